import { useState } from 'react';

/** Records that somebody chose, over several pages of a list; or all that match, whatever they are. */
export interface Selection<T> {
  chosen: ReadonlyMap<string, T>;
  isAll: boolean;
  choose(records: readonly T[], isChosen: boolean): void;
  chooseAll(): void;
  clear(): void;
}

interface State<T> {
  scope: string;
  chosen: ReadonlyMap<string, T>;
  isAll: boolean;
}

/** @param scope what the list is filtered by: another list, another choice */
export function useSelection<T extends { id: string }>(scope: string): Selection<T> {
  const empty: State<T> = { scope, chosen: new Map(), isAll: false };
  const [kept, keep] = useState(empty);
  const state = kept.scope === scope ? kept : empty;

  function choose(records: readonly T[], isChosen: boolean): void {
    const chosen = new Map(state.chosen);
    for (const record of records) {
      if (isChosen) {
        chosen.set(record.id, record);
      } else {
        chosen.delete(record.id);
      }
    }
    keep({ scope, chosen, isAll: false });
  }

  return {
    chosen: state.chosen,
    isAll: state.isAll,
    choose,
    chooseAll: () => keep({ ...empty, isAll: true }),
    clear: () => keep(empty),
  };
}
