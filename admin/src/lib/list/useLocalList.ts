import { useState } from 'react';

import { readFilters, writeFilters, type FilterShape } from './readFilters';
import type { ListControl } from './useListState';

interface Place {
  raw: Record<string, string>;
  /** Cursors of the pages before. */
  trail: string[];
}

const start: Place = { raw: {}, trail: [] };

/** A list in a drawer: its filters and page go when it closes, and leave the address to the page below. */
export function useLocalList<S extends FilterShape>(shape: S): ListControl<S> {
  const [{ raw, trail }, setPlace] = useState(start);
  const turn = (cursor: string, before: string[]) =>
    setPlace({ raw: writeFilters({ ...raw, cursor }), trail: before });

  return {
    filters: readFilters(shape, raw),
    active: 0,
    change: (values) => setPlace({ raw: writeFilters({ ...raw, ...values, cursor: undefined }), trail: [] }),
    reset: () => setPlace(start),
    pages: {
      number: trail.length + 1,
      hasPrevious: trail.length > 0,
      next: (cursor) => turn(cursor, [...trail, raw.cursor ?? '']),
      previous: () => turn(trail.at(-1) ?? '', trail.slice(0, -1)),
    },
  };
}
