import type { Flow, FlowChange, FlowItem, OpenWarning } from '@anxing/contract/flow';

/** How the numbers come: by the stream, by asking now and then, or not at the moment. */
export type Connection = 'opening' | 'live' | 'retrying' | 'polling';

export type LiveEvent =
  | { type: 'connection'; connection: Connection }
  | { type: 'snapshot'; flow: Flow }
  | { type: 'change'; change: FlowChange };

export interface LiveState {
  connection: Connection;
  /** undefined before anything came. */
  items: ReadonlyMap<string, FlowItem> | undefined;
  warnings: readonly OpenWarning[];
  /** ms by the server: when something changed last. */
  changedAt: number | null;
}

export const nothingYet: LiveState = {
  connection: 'opening',
  items: undefined,
  warnings: [],
  changedAt: null,
};

function withChange(state: LiveState, { items, gone, warnings, at }: FlowChange): LiveState {
  const next = new Map(state.items);
  gone.forEach((id) => next.delete(id));
  items.forEach((item) => next.set(item.pointId, item));

  return { ...state, items: next, warnings: warnings ?? state.warnings, changedAt: at };
}

/** What is known after an event. */
export function afterEvent(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'connection':
      return { ...state, connection: event.connection };
    case 'snapshot': {
      const { items, warnings, at } = event.flow;

      return { ...state, items: new Map(items.map((item) => [item.pointId, item])), warnings, changedAt: at };
    }
    default:
      return withChange(state, event.change);
  }
}
