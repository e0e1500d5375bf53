import type { ApiCall } from '../../types';
import { plain } from '../automator/plain';
import { report } from '../errors';
import { ignore, listen } from '../phone/listeners';
import { isAlipay } from '../setup';
import { type ApiTable, type Handler, alipayShape, weappShape, withCallbacks } from './call';
import { makeMy } from './my/my';
import { myNames } from './my/names';
import { wxNames } from './wx/names';
import { makeWx } from './wx/wx';

type Callable = (...args: unknown[]) => unknown;

const platformName = isAlipay ? 'my' : 'wx';
const mocks = new Map<string, Callable>();
const calls: ApiCall[] = [];
const maxCalls = 2000;

/** `onSomething` and `offSomething` listen to what the phone, or a test with `emit`, tells. */
function listenerFunction(name: string): Callable | undefined {
  const [, verb, event = ''] = /^(on|off)([A-Z]\w*)$/.exec(name) ?? [];
  if (!verb) {
    return undefined;
  }

  return (listener) => (verb === 'on' ? listen : ignore)(event, listener as () => void);
}

/** What phones have and the bench has not, says so loudly when it is called. */
function missingFunction(name: string): Callable {
  return () => {
    const error = new Error(`${platformName}.${name} is not on the bench`);
    report(error);
    throw error;
  };
}

function makeTable(): ApiTable {
  const names = isAlipay ? myNames : wxNames;
  const known = names.map((name) => [name, listenerFunction(name) ?? missingFunction(name)]);

  return { ...Object.fromEntries(known), ...(isAlipay ? makeMy() : makeWx()) } as ApiTable;
}

const table = makeTable();

table.canIUse = (what: string) => {
  const name = what.split('.')[0] ?? '';

  // A name in small letters is a component.
  return Object.hasOwn(table, name) || /^[a-z-]+$/.test(name);
};

/** The phone's own function, which a mock may call. */
export const original = (name: string): unknown => (Object.hasOwn(table, name) ? table[name] : undefined);

/** What a name stands for just now, without taking note of its use. */
export const find = (name: string): unknown => mocks.get(name) ?? original(name);

function record(name: string, call: Callable): Callable {
  return (...args) => {
    calls.push({ name, args: args.map(plain) });
    calls.splice(0, calls.length - maxCalls);

    return call(...args);
  };
}

function give(name: string | symbol): unknown {
  const value = typeof name === 'string' ? find(name) : undefined;
  if (value === undefined) {
    return Reflect.get(table, name);
  }

  return typeof name === 'string' && typeof value === 'function' ? record(name, value as Callable) : value;
}

/** `wx` or `my`, as the app sees it. What phones do not have is undefined here as well. */
export const api = new Proxy(table, { get: (_, name) => give(name) }) as Record<string, Callable>;

/** What the app called, oldest first. */
export const callsOf = (name?: string): ApiCall[] =>
  calls.filter((call) => name === undefined || call.name === name);

/** Puts a function in the place of one of the phone's, or with nothing gives the phone's back. */
export function mock(name: string, replacement: Callable | undefined): void {
  if (replacement) {
    mocks.set(name, replacement);
  } else {
    mocks.delete(name);
  }
}

/** Gives a handler's result the way the platform does. */
export function likePlatform(name: string, handler: Handler): Callable {
  return withCallbacks(isAlipay ? alipayShape : weappShape, { [name]: handler })[name] as Callable;
}
