import { Event as TemplateEvent, type Element as TemplateElement, type EventOptions } from 'glass-easel';

/** The glass-easel element that a browser element draws, if any. */
export function nodeOf(element: Element): TemplateElement | undefined {
  return (element as { __wxElement?: TemplateElement }).__wxElement;
}

/** The nearest drawn element at or above a browser node. */
export function nodeAbove(start: EventTarget | null): TemplateElement | undefined {
  let element = start instanceof Element ? start : undefined;
  while (element && !nodeOf(element)) {
    element = element.parentElement ?? undefined;
  }

  return element && nodeOf(element);
}

/** Sends an event into the templates; only gestures bubble. */
export function sendEvent(
  node: TemplateElement,
  type: string,
  detail: unknown,
  options: EventOptions = {},
): void {
  TemplateEvent.triggerEvent(node, type, detail, options);
}
