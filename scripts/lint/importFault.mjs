import path from 'node:path';

import { apiFault } from './apiLayers.mjs';
import { clientFault } from './clientFolders.mjs';

/** Own packages that a program may name; everything else of ours is reached by relative path inside the program. */
const mayImport = {
  contract: [],
  api: ['contract'],
  admin: ['contract'],
  miniapp: ['contract'],
};

const ourName = /^@anxing\/(\w+)/;

function packageFault(program, specifier) {
  const ours = ourName.exec(specifier)?.[1];
  if (ours) {
    return mayImport[program].includes(ours) ? undefined : `${program} must not import ${ours}`;
  }
  if (program === 'contract' && specifier !== 'zod') {
    return 'the contract runs in every program and imports zod only';
  }

  return undefined;
}

function relativeFault(program, fromFile, toFile) {
  const other = toFile.split('/')[0];
  if (toFile.includes('node_modules/')) {
    return 'name the package instead of reaching into node_modules';
  }
  if (other !== program) {
    return other === 'contract'
      ? 'name it @anxing/contract/<file>'
      : `${program} must not import ${other} (${toFile})`;
  }
  if (program === 'api') {
    return apiFault(fromFile, toFile);
  }

  return program === 'contract' ? undefined : clientFault(fromFile, toFile);
}

/**
 * Why a file must not import a module; undefined when it may.
 * @param {string} fromFile path from the checkout's root, with slashes
 * @param {string} specifier as written in the import
 */
export function importFault(fromFile, specifier) {
  const program = fromFile.split('/')[0];
  const isRelative = specifier.startsWith('.');
  const toFile = isRelative ? path.posix.join(path.posix.dirname(fromFile), specifier) : undefined;
  if (!(program in mayImport)) {
    return toFile?.includes('node_modules/')
      ? 'name the package instead of reaching into node_modules'
      : undefined;
  }

  return isRelative ? relativeFault(program, fromFile, toFile) : packageFault(program, specifier);
}

/** Scripts run before anything is installed: what they import at once must come with Node or lie beside them. */
export function scriptImportFault(specifier) {
  return specifier.startsWith('.') || specifier.startsWith('node:')
    ? undefined
    : 'a script runs before anything is installed: import packages with import() after ensureInstalled';
}
