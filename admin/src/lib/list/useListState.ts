import { useLocation, useNavigate, useSearchParams } from 'react-router';

import { readListState, type ListState } from './listState';
import { readFilters, writeFilters, type Filters, type FilterShape } from './readFilters';

const pagingKey = 'cursor';

/** How a list is shown, not what is in it. */
const settings = new Set([pagingKey, 'limit', 'view']);

export interface Pages {
  /** 1 for the first page; undefined when somebody came by a link into the middle. */
  number: number | undefined;
  hasPrevious: boolean;
  next(cursor: string): void;
  previous(): void;
}

export interface ListControl<S extends FilterShape> {
  filters: Filters<S>;
  /** How many filters are set; paging and the like do not count. */
  active: number;
  /** Merges; undefined or '' takes a filter away. Goes back to the first page. */
  change(values: Record<string, unknown>): void;
  reset(): void;
  pages: Pages;
}

/**
 * A list whose filters and page live in the address, so that a link, a reload and the browser's arrows all work.
 * @param discreet names of filters about persons: they live in the history entry, never in an address
 */
export function useListState<S extends FilterShape>(
  shape: S,
  discreet: readonly string[] = [],
): ListControl<S> {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const state = readListState(location.state);
  const raw = { ...Object.fromEntries(search), ...state.discreet };
  const cursor = search.get(pagingKey) ?? '';

  function go(values: Record<string, string>, trail: string[]): void {
    const open = Object.entries(values).filter(([name]) => !discreet.includes(name));
    const hidden = Object.entries(values).filter(([name]) => discreet.includes(name));
    const next: ListState = { trail, discreet: Object.fromEntries(hidden) };
    void navigate({ search: new URLSearchParams(open).toString() }, { state: next });
  }

  function turn(to: string, trail: string[]): void {
    go(writeFilters({ ...raw, [pagingKey]: to }), trail);
  }

  return {
    filters: readFilters(shape, raw),
    active: Object.keys(raw).filter((name) => name in shape && !settings.has(name)).length,
    change: (values) => go(writeFilters({ ...raw, ...values, [pagingKey]: undefined }), []),
    reset: () => go({}, []),
    pages: {
      number: cursor && state.trail.length === 0 ? undefined : state.trail.length + 1,
      hasPrevious: cursor !== '',
      next: (to) => turn(to, [...state.trail, cursor]),
      previous: () => turn(state.trail.at(-1) ?? '', state.trail.slice(0, -1)),
    },
  };
}
