import { app as packed, isAlipay } from '../setup';
import { report } from '../errors';
import { withMiniEvents } from './events';
import { load } from './modules';
import { space } from './space';

type Method = (...args: unknown[]) => unknown;
type Definition = Record<string, unknown>;
type Methods = Record<string, Method>;

/** The object given to App(), as getApp() returns it. */
let application: Definition = {};
/** Which file is being run, and so which page or component a call of Page() or Component() defines. */
let current = '';

export const getApp = (): Definition => application;

export const App = (definition: Definition): void => {
  application = definition;
};

export const Page = (definition: Definition): void => {
  space.componentEnv(current, (env) => env.Page(withMiniEvents(definition)));
};

export const Component = (definition: Definition): void => {
  if (isAlipay) {
    report(new Error(`${current}: the bench does not run components of Alipay`));
  }
  const methods = withMiniEvents((definition.methods ?? {}) as Methods);
  space.componentEnv(current, (env) => env.Component({ ...definition, methods }));
};

/** Calls a life-cycle method of the app, when it has one. */
export function callApp(name: string, ...args: unknown[]): void {
  const method = application[name];
  if (typeof method === 'function') {
    try {
      (method as Method).apply(application, args);
    } catch (cause) {
      report(cause);
    }
  }
}

/** Runs the file of a page or component, which registers it. */
export function define(name: string): void {
  const before = current;
  current = name;
  try {
    load(name);
  } finally {
    current = before;
  }
}

/** The app's own components come before its pages, since pages name them. */
export function defineComponents(): void {
  for (const [name, json] of Object.entries(packed.json)) {
    if (json.component && packed.scripts[name] !== undefined) {
      define(name);
    }
  }
}
