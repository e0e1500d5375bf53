import { builtInTags } from '../../tags';

const ids = new Map<Element, string>();
const elements = new Map<string, Element>();

const tagInSelector = new RegExp(
  `(^|[\\s>+~,(])(${[...builtInTags, 'page'].join('|')})(?=$|[\\s>+~,.:#\\[)])`,
  'g',
);

/** Tests name built-in components without the prefix that they have in the browser. */
export function toBrowserSelector(selector: string): string {
  return selector.replace(tagInSelector, '$1wx-$2');
}

export interface ElementReference {
  elementId: string;
  tagName: string;
}

/** A name for an element that a test can come back to. */
export function refer(element: Element): ElementReference {
  const id = ids.get(element) ?? `element-${ids.size + 1}`;
  ids.set(element, id);
  elements.set(id, element);

  return { elementId: id, tagName: element.localName.replace(/^wx-/, '') };
}

/** @throws when the element has gone from the page */
export function byId(id: unknown): HTMLElement {
  const element = elements.get(String(id));
  if (!(element instanceof HTMLElement) || !element.isConnected) {
    throw new Error('no such element');
  }

  return element;
}

/** @throws when nothing matches */
export function findOne(root: Element, selector: unknown): ElementReference {
  const element = root.querySelector(toBrowserSelector(String(selector)));
  if (!element) {
    throw new Error('no such element');
  }

  return refer(element);
}

export function findAll(root: Element, selector: unknown): { elements: ElementReference[] } {
  return { elements: [...root.querySelectorAll(toBrowserSelector(String(selector)))].map(refer) };
}

function evaluate(root: Element, expression: unknown): Element[] {
  const path = String(expression).replace(/(\/|::)([a-z][a-z-]*)/g, (whole, before: string, tag: string) =>
    builtInTags.includes(tag) ? `${before}wx-${tag}` : whole,
  );
  const from = path.startsWith('/') ? `.${path}` : path;
  const found = document.evaluate(from, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));

  return nodes.filter((node) => node instanceof Element);
}

/** @throws when nothing matches */
export function findOneByXpath(root: Element, expression: unknown): ElementReference {
  const [element] = evaluate(root, expression);
  if (!element) {
    throw new Error('no such element');
  }

  return refer(element);
}

export function findAllByXpath(root: Element, expression: unknown): { elements: ElementReference[] } {
  return { elements: evaluate(root, expression).map(refer) };
}
