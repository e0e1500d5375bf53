import { crowdStates, type CrowdState } from '@anxing/contract/crowd';
import type { FlowItem } from '@anxing/contract/flow';

export type BoardOrder = 'fullest' | 'inside' | 'tree';

export interface BoardFilters {
  q?: string | undefined;
  state?: CrowdState | undefined;
  order: BoardOrder;
}

export interface BoardRow extends FlowItem {
  /** The names of the points above, from the top; empty where it stands at the top. */
  path: string;
  /** 0 at the top. */
  depth: number;
}

type Items = ReadonlyMap<string, FlowItem>;

function above(items: Items, { parentId }: FlowItem): FlowItem[] {
  const parent = parentId === null ? undefined : items.get(parentId);

  return parent ? [...above(items, parent), parent] : [];
}

function rowOf(items: Items, item: FlowItem): BoardRow {
  const parents = above(items, item);

  return { ...item, path: parents.map(({ name }) => name).join(' / '), depth: parents.length };
}

/** How full a place is, as a share of what it holds or of its line; places without either come last. */
export function fullness({ inside, capacity, warningLine }: FlowItem): number {
  const most = capacity ?? warningLine;

  return most === null ? 0 : inside / most;
}

function severity({ state }: FlowItem): number {
  return crowdStates.indexOf(state);
}

const orders: Record<Exclude<BoardOrder, 'tree'>, (one: FlowItem, other: FlowItem) => number> = {
  fullest: (one, other) =>
    severity(other) - severity(one) || fullness(other) - fullness(one) || other.inside - one.inside,
  inside: (one, other) => other.inside - one.inside || fullness(other) - fullness(one),
};

/** Parents before their children, as they came. */
function asTree(rows: readonly BoardRow[]): BoardRow[] {
  const known = new Set(rows.map(({ pointId }) => pointId));
  const below = (parent: string | null): BoardRow[] =>
    rows
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap((row) => [row, ...below(row.pointId)]);

  return below(null);
}

/** What the board shows, in its order. */
export function boardRows(items: Items, { q, state, order }: BoardFilters): BoardRow[] {
  const wanted = q?.trim().toLowerCase() ?? '';
  const rows = [...items.values()]
    .map((item) => rowOf(items, item))
    .filter((row) => !state || row.state === state)
    .filter(({ name, path }) => !wanted || `${path} ${name}`.toLowerCase().includes(wanted));

  return order === 'tree' ? asTree(rows) : rows.sort(orders[order]);
}
