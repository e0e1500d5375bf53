import { toCssUnits } from '../../pack/units';
import { nodeOf, sendEvent } from '../app/nodes';
import { insideStyles } from './inside';

/**
 * A built-in component, as an element of the browser. Its inner parts live in a shadow root, so that the children belong
 * to the template alone. The template's values keep their types: `attribute()` gives arrays, numbers and booleans.
 */
export class MiniElement extends HTMLElement {
  /** Values that change by themselves, which a test reads with `element.property(name)`. */
  liveProperties(): Record<string, unknown> {
    return {};
  }

  attribute(name: string): unknown {
    return nodeOf(this)?.getAttribute(name);
  }

  text(name: string): string {
    return String(this.attribute(name) ?? '');
  }

  flag(name: string): boolean {
    const value = this.attribute(name);

    return Boolean(value) && value !== 'false';
  }

  number(name: string, otherwise: number): number {
    const value = this.attribute(name);

    return value === undefined || value === null || value === '' ? otherwise : Number(value);
  }

  /** Tells the template; events of components do not bubble. */
  emit(type: string, detail: unknown = {}): void {
    const node = nodeOf(this);
    if (node) {
      sendEvent(node, type, detail);
    }
  }

  /** glass-easel notes the value itself first, then writes it here as text. */
  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, name === 'style' ? toCssUnits(value) : value);
    this.reflect(name, value);
    this.changed(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    this.changed(name);
  }

  /** A value from the template is new. */
  protected changed(_name: string): void {
    // Most components read their values when they need them.
  }

  /** Makes the inside of the component; the children show in a `<slot>`. */
  protected inside(html: string): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${insideStyles}</style>${html}`;

    return root;
  }

  private reflect(name: string, value: string): void {
    if (name === 'mp-id') {
      this.id = value;
    }
    if (name === 'aria-role' && value) {
      super.setAttribute('role', value);
    }
  }
}

/** A part of the inside; it is there, since the component made it. */
export function part<T extends HTMLElement>(root: ShadowRoot, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) {
    throw new Error(`No ${selector} inside the component`);
  }

  return element;
}
