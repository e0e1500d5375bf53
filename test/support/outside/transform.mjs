import { loaderName } from './environment.mjs';

/** Makes a file of a package hand on what is loaded outside. */
export default {
  process(_source, file) {
    return { code: `module.exports = globalThis.${loaderName}(${JSON.stringify(file)});` };
  },
  getCacheKey(_source, file) {
    return `${loaderName} 1 ${file}`;
  },
};
