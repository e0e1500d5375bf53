import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { pointFilter, type Point, type PointFilter } from '@anxing/contract/points';
import { posterBatchKind } from '@anxing/contract/posterBatches';
import { Button } from 'antd';
import { useMemo, useState } from 'react';

import { LinkButton } from '../components/linkButton';
import { PageTop } from '../components/pageTop';
import type { RowSelection } from '../components/rowSelection';
import { flowsById, useFlow } from '../features/flow/api/today';
import { JobTray } from '../features/jobs/jobTray';
import { usePointTotals } from '../features/points/api/pointTotals';
import { ExportButton } from '../features/points/exportButton';
import { ImportDrawer } from '../features/points/import/importDrawer';
import { PointFilters } from '../features/points/pointFilters';
import { pointFilterShape } from '../features/points/pointFilterShape';
import { PointList } from '../features/points/pointList';
import { PointTreeTable } from '../features/points/pointTreeTable';
import { SelectionBar } from '../features/points/selectionBar';
import { BatchButtons } from '../features/posters/batchButtons';
import { BatchDialog, type BatchTarget } from '../features/posters/batchDialog';
import { useListState } from '../lib/list/useListState';
import { useSelection, type Selection } from '../lib/list/useSelection';
import { useAbilities } from '../lib/ownUnit';

function filterOf(filters: object): PointFilter {
  const known = Object.entries(filters).filter(
    ([name, value]) => name in pointFilter.shape && value !== undefined,
  );

  return Object.fromEntries(known);
}

function rowsOf({ chosen, isAll, choose }: Selection<Point>): RowSelection<Point> {
  return {
    isChosen: ({ id }) => isAll || chosen.has(id),
    isLocked: isAll,
    choose,
    nameOf: ({ name }) => name,
  };
}

/** Choosing points, and having their posters printed. */
function usePrinting(filter: PointFilter, isAllowed: boolean) {
  const selection = useSelection<Point>(JSON.stringify(filter));
  const { chosen, isAll } = selection;
  const { data: totals } = usePointTotals(filter, isAllowed && (isAll || chosen.size > 0));
  const [target, setTarget] = useState<BatchTarget>();
  const points = [...chosen.values()];
  const ofAll = { filter, count: totals?.points ?? 0, missing: totals?.missing ?? 0 };
  const ofChosen = {
    points: points.map(({ id }) => id),
    count: points.length,
    missing: points.filter(({ active, poster }) => active && !poster).length,
  };

  return {
    selection,
    totals,
    target,
    start: () => setTarget(isAll ? ofAll : ofChosen),
    startFor: (ids: string[]) => setTarget({ points: ids, count: ids.length, missing: ids.length }),
    close: () => setTarget(undefined),
  };
}

export function Component() {
  const list = useListState(pointFilterShape);
  const { managePoints, managePosters } = useAbilities();
  const { data: flow } = useFlow();
  const flows = useMemo(() => flowsById(flow), [flow]);
  const filter = filterOf(list.filters);
  const printing = usePrinting(filter, managePosters);
  const [isImporting, setImporting] = useState(false);

  function printAdded(ids: string[]): void {
    setImporting(false);
    printing.startFor(ids);
  }

  function begun(): void {
    printing.close();
    printing.selection.clear();
  }

  return (
    <>
      <PageTop title="服务点">
        {managePoints && (
          <>
            <ExportButton filter={filter} />
            <Button icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
              导入
            </Button>
            <LinkButton type="primary" icon={<PlusOutlined aria-hidden />} to="/points/new">
              新建服务点
            </LinkButton>
          </>
        )}
      </PageTop>
      {managePosters && (
        <JobTray kind={posterBatchKind} label="批量打印" buttonsFor={(job) => <BatchButtons job={job} />} />
      )}
      <PointFilters {...list} />
      {list.filters.view === 'tree' ? (
        <PointTreeTable filters={list.filters} flows={flows} />
      ) : (
        <>
          <SelectionBar selection={printing.selection} totals={printing.totals} onPrint={printing.start} />
          <PointList
            list={list}
            flows={flows}
            selection={managePosters ? rowsOf(printing.selection) : undefined}
          />
        </>
      )}
      {printing.target && <BatchDialog target={printing.target} onClose={printing.close} onStarted={begun} />}
      {isImporting && (
        <ImportDrawer onClose={() => setImporting(false)} onPrint={managePosters ? printAdded : undefined} />
      )}
    </>
  );
}
