import { nodeOf, sendEvent } from '../app/nodes';
import { Input, Textarea } from '../elements/input';
import { MiniElement } from '../elements/miniElement';
import { ScrollView } from '../elements/scrollView';
import { Slider } from '../elements/slider';
import { Swiper } from '../elements/swiper';
import { byId, findAll, findOne } from './elements';
import type { Params } from './methods';
import { plain } from './plain';

const elementOf = ({ elementId }: Params) => byId(elementId);

const toDash = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const toCamel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function publicProperties(element: MiniElement): Record<string, true> {
  const given = (nodeOf(element)?.attributes ?? []).map(({ name }) => toCamel(name));
  const names = [...given, ...Object.keys(element.liveProperties())];

  return Object.fromEntries(names.map((name) => [name, true as const]));
}

function property(element: HTMLElement, name: string): unknown {
  if (!(element instanceof MiniElement)) {
    return element[name as keyof HTMLElement];
  }
  if (name === '__propPublic') {
    return publicProperties(element);
  }
  const live = element.liveProperties();

  return name in live ? live[name] : element.attribute(toDash(name));
}

/** `data-…` is known to glass-easel only; the rest stands in the browser. */
function attribute(element: HTMLElement, name: string): unknown {
  if (name.startsWith('data-')) {
    return nodeOf(element)?.dataset?.[toCamel(name.slice('data-'.length))] ?? null;
  }

  return element.getAttribute(name);
}

function triggerEvent(params: Params) {
  const element = elementOf(params);
  const node = nodeOf(element);
  const type = String(params.type).toLowerCase();
  const detail = (params.detail ?? {}) as { value?: unknown };
  if (!node) {
    throw new Error('not an element of the app');
  }
  if (type === 'input' && (element instanceof Input || element instanceof Textarea)) {
    element.type(String(detail.value ?? ''));
  } else {
    const bubbles = /^(tap|longpress|longtap|touch)/.test(type);
    sendEvent(node, type, detail, { bubbles, composed: bubbles });
  }

  return {};
}

type Action = (element: HTMLElement, args: unknown[]) => unknown;

const scroller = (element: HTMLElement) => (element instanceof ScrollView ? element.scroller : element);

function type(element: HTMLElement, [text]: unknown[]): void {
  if (element instanceof Input || element instanceof Textarea) {
    element.type(String(text));
  }
}

const actions: Record<string, Action> = {
  'input.input': type,
  'textarea.input': type,
  'switch.tap': (element) => element.click(),
  'scroll-view.scrollTo': (element, [left, top]) => scroller(element).scrollTo(Number(left), Number(top)),
  'scroll-view.scrollTop': (element) => scroller(element).scrollTop,
  'scroll-view.scrollLeft': (element) => scroller(element).scrollLeft,
  'scroll-view.scrollWidth': (element) => scroller(element).scrollWidth,
  'scroll-view.scrollHeight': (element) => scroller(element).scrollHeight,
  'swiper.swipeTo': (element, [index]) => element instanceof Swiper && element.swipeTo(Number(index)),
  'slider.slideTo': (element, [value]) => element instanceof Slider && element.slideTo(Number(value)),
};

function callFunction(params: Params) {
  const action = actions[String(params.functionName)];
  if (!action) {
    throw new Error(`${String(params.functionName)} is not on the bench`);
  }

  return { result: plain(action(elementOf(params), (params.args ?? []) as unknown[])) };
}

function offset(params: Params) {
  const { left, top } = elementOf(params).getBoundingClientRect();

  return { left, top };
}

/** The browser's markup, with the names that tests know. */
function wxml(params: Params) {
  const html = elementOf(params)[params.type === 'outer' ? 'outerHTML' : 'innerHTML'];

  return { wxml: html.replace(/<(\/?)wx-/g, '<$1').replace(/ mp-id="[^"]*"/g, '') };
}

const named = (params: Params, read: (element: HTMLElement, name: string) => unknown) => {
  const element = elementOf(params);

  return (params.names as string[]).map((name) => plain(read(element, name)));
};

export const elementMethods = {
  'Element.getElement': (params: Params) => findOne(elementOf(params), params.selector),
  'Element.getElements': (params: Params) => findAll(elementOf(params), params.selector),
  'Element.getDOMProperties': (params: Params) => ({
    properties: named(params, (element, name) => element[name as keyof HTMLElement]),
  }),
  'Element.getProperties': (params: Params) => ({ properties: named(params, property) }),
  'Element.getAttributes': (params: Params) => ({ attributes: named(params, attribute) }),
  'Element.getStyles': (params: Params) => ({
    styles: named(params, (element, name) => getComputedStyle(element).getPropertyValue(toDash(name))),
  }),
  'Element.getOffset': offset,
  'Element.getWXML': wxml,
  'Element.triggerEvent': triggerEvent,
  'Element.callFunction': callFunction,
};
