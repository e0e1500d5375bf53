import { app, isAlipay } from '../setup';
import { absentNames, makeGlobals } from './sandbox';

interface Module {
  exports: unknown;
}

type Globals = Record<string, unknown>;

const loaded = new Map<string, Module>();
let globals: Globals = {};

/** Tells which names the code of the app may use: wx or my, App, Page and the like. */
export function provideGlobals(given: Globals): void {
  const everywhere = makeGlobals();
  const absent = Object.fromEntries(absentNames.map((name) => [name, undefined]));
  // Taro's runtime for Alipay reads navigator.userAgent when it starts, as the real base library allows.
  const navigator = isAlipay ? { userAgent: 'AlipayClient', swuserAgent: 'AlipayClient' } : undefined;
  globals = { ...absent, navigator, globalThis: everywhere, global: everywhere, ...given };
}

function resolve(from: string, request: string): string {
  return new URL(request, `http://package/${from}`).pathname.slice(1).replace(/\.js$/, '');
}

/** Runs code as the app's own: with its globals, and without the browser's. */
export function run(code: string, more: Globals = {}): unknown {
  const names = { ...globals, ...more };

  return new Function(...Object.keys(names), code)(...Object.values(names)) as unknown;
}

/**
 * Runs a file of the package once, as CommonJS.
 * @param name its path without extension
 */
export function load(name: string): unknown {
  const before = loaded.get(name);
  if (before) {
    return before.exports;
  }
  const source = app.scripts[name];
  if (source === undefined) {
    throw new Error(`module '${name}.js' is not defined`);
  }
  const module: Module = { exports: {} };
  loaded.set(name, module);
  const require = (request: string) => load(resolve(name, request));
  run(`${source}\n//# sourceURL=app:///${name}.js`, { require, module, exports: module.exports });

  return module.exports;
}
