import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import type { RowSelection } from '../components/rowSelection';
import { ProposeDrawer } from '../features/regions/proposeDrawer';
import { regionFilterShape } from '../features/regions/regionFilterShape';
import { RegionList } from '../features/regions/regionList';
import type { RegionRow } from '../features/regions/regionRow';
import { RegionSelectionBar } from '../features/regions/regionSelectionBar';
import { useListState } from '../lib/list/useListState';
import { useSelection, type Selection } from '../lib/list/useSelection';
import { useAbilities } from '../lib/ownUnit';

function rowSelectionOf({ chosen, choose }: Selection<RegionRow>): RowSelection<RegionRow> {
  return {
    isChosen: ({ id }) => chosen.has(id),
    isLocked: false,
    choose,
    nameOf: ({ name }) => name,
  };
}

export function Component() {
  const list = useListState(regionFilterShape);
  const { manageRules } = useAbilities();
  // Whatever the table shows meanwhile: counties of several cities are chosen one after the other.
  const selection = useSelection<RegionRow>('regions');
  const [isProposing, setProposing] = useState(false);

  return (
    <>
      <PageTop title="区域等级" />
      {manageRules && (
        <RegionSelectionBar
          count={selection.chosen.size}
          onPropose={() => setProposing(true)}
          onClear={selection.clear}
        />
      )}
      <RegionList list={list} selection={manageRules ? rowSelectionOf(selection) : undefined} />
      {isProposing && (
        <ProposeDrawer
          regions={[...selection.chosen.values()]}
          onProposed={selection.clear}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
