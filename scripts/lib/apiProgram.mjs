import { inRoot } from './root.mjs';

/**
 * With what Node runs the API, as in docs/operation. The garbage collector marks beside the program with four threads
 * unless told otherwise: on two cores that took both for a tenth of a second, again and again. A larger nursery
 * keeps what lives for one request out of the heap that has to be marked.
 */
export const apiNodeArgs = ['--enable-source-maps', '--v8-pool-size=1', '--max-semi-space-size=32'];

/** @param {string[]} args of the API program @returns everything behind `node` */
export function apiProgram(...args) {
  return [...apiNodeArgs, inRoot('api/dist/main.js'), ...args];
}
