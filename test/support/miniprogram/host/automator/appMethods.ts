import { navigateBack, openPages, reLaunch, switchTab, topPage } from '../app/navigation';
import { run } from '../app/modules';
import type { OpenPage } from '../app/openPage';
import { getApp } from '../app/registration';
import { find, likePlatform, mock, original } from '../api/platform';
import { ApiError } from '../phone/apiError';
import { answerDialog } from '../frame/dialogs';
import { pagePaths, isAlipay } from '../setup';
import type { Params } from './methods';
import { plain } from './plain';

type Callable = (...args: unknown[]) => unknown;

const refer = ({ id, path, query }: OpenPage) => ({ pageId: id, path, query });

/** Source text of a function that a test wrote, made a function of the phone. */
function revive(declaration: unknown): Callable {
  return run(`return (${String(declaration)})`) as Callable;
}

async function callWxMethod({ method, args }: Params) {
  const name = String(method);
  const call = find(name);
  const given = (args ?? []) as unknown[];
  if (typeof call !== 'function') {
    throw new Error(`${isAlipay ? 'my' : 'wx'}.${name} not exists`);
  }
  try {
    return { result: plain(await (call as Callable)(...given)) };
  } catch (failure) {
    const { errMsg, errorMessage } = failure as { errMsg?: string; errorMessage?: string };
    throw new Error(errMsg ?? errorMessage ?? String(failure), { cause: failure });
  }
}

function isFailure(result: unknown): result is { errMsg: string } {
  return /:fail/.test(String((result as { errMsg?: string } | null)?.errMsg ?? ''));
}

/** `mockWxMethod(name, result)`: the result comes back as the platform gives results, a `…:fail` as a failure. */
function mockResult(name: string, result: unknown): Callable {
  if (name.endsWith('Sync')) {
    return () => result;
  }

  return likePlatform(name, () => {
    if (isFailure(result)) {
      const [, message = ''] = result.errMsg.split(/:fail ?/);
      throw new ApiError(message, Number((result as { error?: number }).error ?? 0), result);
    }

    return result;
  });
}

/** `mockWxMethod(name, function)`: what the function gives is the result; `this.origin` is the phone's own function. */
function mockFunction(name: string, declaration: unknown, extra: unknown[]): Callable {
  const replace = revive(declaration);
  const context = { origin: original(name) };
  if (name.endsWith('Sync')) {
    return (...args) => replace.call(context, ...args, ...extra);
  }

  return likePlatform(name, (options) => replace.call(context, options, ...extra));
}

function mockWxMethod({ method, result, functionDeclaration, args }: Params) {
  const name = String(method);
  if (functionDeclaration !== undefined) {
    mock(name, mockFunction(name, functionDeclaration, (args ?? []) as unknown[]));
  } else {
    mock(name, result === undefined ? undefined : mockResult(name, result));
  }

  return {};
}

/** Bindings are functions of the test that the app's globals call. */
function addBinding({ name }: Params) {
  const bound = String(name);
  Object.assign(getApp(), {
    [bound]: (...args: unknown[]) => void window.tellNode('binding', JSON.stringify({ name: bound, args })),
  });

  return {};
}

function native({ method, data }: Params) {
  const actions: Record<string, () => void> = {
    goHome: () => reLaunch({ path: pagePaths[0] ?? '', query: {} }),
    navigateLeft: () => navigateBack(1),
    confirmModal: () => answerDialog(true),
    cancelModal: () => answerDialog(false),
    authorizeAllow: () => answerDialog(true),
    authorizeCancel: () => answerDialog(false),
    switchTab: () => switchTab(String((data as { url?: string } | undefined)?.url)),
  };
  const act = actions[String(method)];
  if (!act) {
    throw new Error(`native ${String(method)} is not on the bench`);
  }
  act();

  return {};
}

export const appMethods = {
  'Tool.getInfo': () => ({ SDKVersion: '3.3.4', version: 'bench' }),
  'Tool.native': native,
  'Tool.close': () => ({}),
  'App.exit': () => ({}),
  'App.enableLog': () => ({}),
  'App.addBinding': addBinding,
  'App.getPageStack': () => ({ pageStack: openPages().map(refer) }),
  'App.getCurrentPage': () => refer(topPage()),
  'App.callWxMethod': callWxMethod,
  'App.mockWxMethod': mockWxMethod,
  'App.callFunction': async ({ functionDeclaration, args }: Params) => ({
    result: plain(await revive(functionDeclaration)(...((args ?? []) as unknown[]))),
  }),
};
