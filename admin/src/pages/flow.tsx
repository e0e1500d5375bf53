import { PageTop } from '../components/pageTop';
import { Board } from '../features/flow/board/board';
import { boardFilterShape } from '../features/flow/board/boardFilters';
import { boardRows } from '../features/flow/board/boardRows';
import { BoardButtons, SoundHint } from '../features/flow/board/boardTop';
import { Wall } from '../features/flow/board/wall';
import { useAlarm } from '../features/flow/live/useAlarm';
import { useLiveFlow } from '../features/flow/live/useLiveFlow';
import { useListState } from '../lib/list/useListState';

/** The live board; on a wall without anything around it. */
export function Component() {
  const live = useLiveFlow();
  const alarm = useAlarm(live.warnings);
  const list = useListState(boardFilterShape);
  const { filters, change } = list;
  if (filters.view === 'wall') {
    const rows = live.items ? boardRows(live.items, filters) : [];

    return <Wall live={live} rows={rows} alarm={alarm} onLeave={() => change({ view: undefined })} />;
  }

  return (
    <>
      <PageTop title="人流预警">
        <BoardButtons alarm={alarm} onWall={() => change({ view: 'wall' })} />
      </PageTop>
      <SoundHint {...alarm} />
      <Board live={live} list={list} />
    </>
  );
}
