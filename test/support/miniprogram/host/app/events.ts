import type { Event as TemplateEvent } from 'glass-easel';

import { app } from '../setup';

/** A glass-easel element, or the component instance that stands for one. */
interface Source {
  id?: string;
  dataset?: Record<string, unknown>;
  getBackendElement?: () => unknown;
}

interface EventTarget {
  id: string;
  dataset: Record<string, unknown>;
  targetDataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

/** What a mini-program's base library hands to a handler. */
export interface MiniEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: EventTarget;
  currentTarget: EventTarget;
  touches: unknown[];
  changedTouches: unknown[];
  mark: unknown;
  preventDefault(): void;
  stopPropagation(): void;
}

type Received = TemplateEvent<unknown> & {
  target: Source;
  currentTarget: Source;
  mark?: unknown;
  touches?: unknown[];
  changedTouches?: unknown[];
};

function targetOf(source: Source): EventTarget {
  const element = source.getBackendElement?.();
  const dataset = { ...source.dataset };

  return {
    id: source.id ?? '',
    dataset,
    targetDataset: dataset,
    offsetLeft: element instanceof HTMLElement ? element.offsetLeft : 0,
    offsetTop: element instanceof HTMLElement ? element.offsetTop : 0,
  };
}

function toMiniEvent(event: Received): MiniEvent {
  return {
    type: app.eventNames[event.type] ?? event.type,
    timeStamp: event.timeStamp,
    detail: event.detail ?? {},
    target: targetOf(event.target),
    currentTarget: targetOf(event.currentTarget),
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
    mark: event.mark,
    preventDefault: () => event.preventDefault(),
    stopPropagation: () => event.stopPropagation(),
  };
}

type Handler = (this: unknown, event: unknown) => unknown;

/** Taro sends every event of its templates through one method, `eh`: there events get the platform's shape. */
export function withMiniEvents<T extends object>(methods: T): T {
  const { eh } = methods as { eh?: Handler };
  if (!eh) {
    return methods;
  }
  const handle: Handler = function (event) {
    return eh.call(this, toMiniEvent(event as Received));
  };

  return { ...methods, eh: handle };
}
