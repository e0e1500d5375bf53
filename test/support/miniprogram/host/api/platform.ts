import type { ApiCall } from '../../types';
import { plain } from '../automator/plain';
import { report } from '../errors';
import { ignore, listen } from '../phone/listeners';
import { isAlipay } from '../setup';
import { type ApiTable, type Handler, alipayShape, weappShape, withCallbacks } from './call';
import { makeMy } from './my/my';
import { makeWx } from './wx/wx';

type Callable = (...args: unknown[]) => unknown;

const platformName = isAlipay ? 'my' : 'wx';
const table: ApiTable = isAlipay ? makeMy() : makeWx();
const mocks = new Map<string, Callable>();
const calls: ApiCall[] = [];
const maxCalls = 2000;

/** Names that code reads of any object, and that mean nothing here. */
const ordinaryNames = new Set(['then', 'toJSON', 'webpackJsonp', 'taroEventCenter', 'prototype']);

function record(name: string, call: Callable): Callable {
  return (...args) => {
    calls.push({ name, args: args.map(plain) });
    calls.splice(0, calls.length - maxCalls);

    return call(...args);
  };
}

/** `onSomething` and `offSomething` of any name work; who tells is another matter. */
function listenerFunction(name: string): Callable | undefined {
  const [, verb, event = ''] = /^(on|off)([A-Z]\w*)$/.exec(name) ?? [];
  if (!verb) {
    return undefined;
  }

  return (listener) => (verb === 'on' ? listen : ignore)(event, listener as () => void);
}

/** A function that the phone lacks says so loudly when it is called. */
function missingFunction(name: string): Callable {
  return () => {
    const error = new Error(`${platformName}.${name} is not on the bench`);
    report(error);
    throw error;
  };
}

/** What a name stands for just now, without taking note of its use. */
export function find(name: string): unknown {
  return mocks.get(name) ?? (Object.hasOwn(table, name) ? table[name] : listenerFunction(name));
}

function give(name: string): unknown {
  if (name in Object.prototype) {
    return Reflect.get(table, name);
  }
  const value = find(name);
  if (typeof value === 'function') {
    return record(name, value as Callable);
  }
  const isOrdinary = ordinaryNames.has(name) || !/^[a-z]\w*$/.test(name);

  return value === undefined && !isOrdinary ? missingFunction(name) : value;
}

table.canIUse = (what: string) => {
  const name = what.split('.')[0] ?? '';

  return Object.hasOwn(table, name) || Boolean(listenerFunction(name)) || /^[a-z-]+$/.test(name);
};

/** `wx` or `my`, as the app sees it. */
export const api = new Proxy(table, {
  get: (_, name) => (typeof name === 'string' ? give(name) : undefined),
  has: (_, name) => typeof name === 'string' && (mocks.has(name) || name in table),
}) as Record<string, Callable>;

/** The functions themselves, which a mock may call. */
export const original = (name: string): unknown => (Object.hasOwn(table, name) ? table[name] : undefined);

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
