import { openPages, topPage } from '../app/navigation';
import type { OpenPage } from '../app/openPage';
import { findAll, findAllByXpath, findOne, findOneByXpath } from './elements';
import type { Params } from './methods';
import { plain } from './plain';

/** @throws when the page has been closed */
function pageOf({ pageId }: Params): OpenPage {
  const page = openPages().find(({ id }) => id === pageId);
  if (!page) {
    throw new Error('page is destroyed');
  }

  return page;
}

const contentOf = (params: Params) => pageOf(params).view.scroller;

function walk(value: unknown, path: unknown): unknown {
  const names = String(path ?? '').match(/[^.[\]]+/g) ?? [];

  return names.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);
}

function setData(params: Params) {
  pageOf(params).instance.setData(params.data as Record<string, unknown>);

  return {};
}

function callMethod(params: Params) {
  const { instance } = pageOf(params);
  const method = instance[String(params.method)];
  if (typeof method !== 'function') {
    throw new Error(`page.${String(params.method)} not exists`);
  }
  const call = method as (...args: unknown[]) => unknown;

  return { result: plain(call.apply(instance, (params.args ?? []) as unknown[])) };
}

/** `document.documentElement.scrollHeight` and the like are about the page, which is a document of its own on a phone. */
function windowProperty(name: string): unknown {
  const [, property] = /^document\.(?:documentElement|body)\.(\w+)$/.exec(name) ?? [];
  const { view } = topPage();

  return property ? view.scroller[property as keyof HTMLElement] : walk(window, name);
}

export const pageMethods = {
  'Page.getElement': (params: Params) => findOne(contentOf(params), params.selector),
  'Page.getElements': (params: Params) => findAll(contentOf(params), params.selector),
  'Page.getElementByXpath': (params: Params) => findOneByXpath(contentOf(params), params.selector),
  'Page.getElementsByXpath': (params: Params) => findAllByXpath(contentOf(params), params.selector),
  'Page.getData': (params: Params) => ({ data: plain(walk(pageOf(params).instance.data, params.path)) }),
  'Page.setData': setData,
  'Page.callMethod': callMethod,
  'Page.getWindowProperties': ({ names }: Params) => ({
    properties: (names as string[]).map((name) => plain(windowProperty(name))),
  }),
};
