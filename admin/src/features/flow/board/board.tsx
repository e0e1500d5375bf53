import { Alert } from 'antd';

import { Loading } from '../../../components/loading';
import type { ListControl } from '../../../lib/list/useListState';
import type { LiveState } from '../live/liveState';
import { OpenWarnings } from '../warnings/openWarnings';
import { BoardFilters, type boardFilterShape } from './boardFilters';
import { BoardList } from './boardList';
import { boardRows } from './boardRows';
import { BoardStatus } from './boardTop';

interface Props {
  live: LiveState;
  list: ListControl<typeof boardFilterShape>;
}

/** Warnings that stand, and every point with its numbers. */
export function Board({ live, list }: Props) {
  const { items, connection, warnings } = live;
  if (!items) {
    return connection === 'polling' ? (
      <Alert type="error" showIcon title="无法连接服务器，正在重试" />
    ) : (
      <Loading label="正在连接" />
    );
  }

  return (
    <>
      <BoardStatus live={live} />
      <OpenWarnings warnings={warnings} items={items} />
      <BoardFilters {...list} />
      <BoardList rows={boardRows(items, list.filters)} isTree={list.filters.order === 'tree'} />
      <p className="soft">上级服务点的在场人数包含下级，同一人只计一次；今日进入、离开按人次计。</p>
    </>
  );
}
