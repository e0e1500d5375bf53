import { createRequire } from 'node:module';
import { types } from 'node:util';

import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);

/** Under this name `transform.mjs` finds what loads packages. */
export const loaderName = 'loadOutside';

const own = globalThis;
const isError = (value) => Reflect.apply(Function.prototype[Symbol.hasInstance], own.Error, [value]);

/** What an Error, a Date or a Promise is on the one side is one on the other too. */
const natures = {
  // libsql makes errors that are none by nature, only by their prototype.
  Error: (value) => types.isNativeError(value) || isError(value),
  Date: types.isDate,
  Map: types.isMap,
  Promise: types.isPromise,
  RegExp: types.isRegExp,
  Set: types.isSet,
};

function recognise(global) {
  const ordinary = Function.prototype[Symbol.hasInstance];
  for (const [name, isOne] of Object.entries(natures)) {
    const type = global[name];
    const value = function hasInstance(one) {
      return Reflect.apply(ordinary, this, [one]) || (this === type && isOne(one));
    };
    Object.defineProperty(type, Symbol.hasInstance, { value, configurable: true });
  }
}

/**
 * Node as usual, but packages are loaded once in a process and not once in every test file: they take longer to load
 * than most files take to run.
 */
export default class OutsideEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global[loaderName] = (file) => require(file);
    recognise(this.global);
    recognise(own);
  }

  /** jest finds the source of each line of a stack, and Sequelize asks for a stack with each statement. */
  async setup() {
    await super.setup();
    Error.prepareStackTrace = (error, frames) => [String(error), ...frames].join('\n    at ');
  }
}
