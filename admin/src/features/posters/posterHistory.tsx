import type { PosterState } from '@anxing/contract/posters';

import { Instant } from '../../components/instant';
import { RecordList } from '../../components/recordList';
import type { RecordColumn } from '../../components/recordColumn';
import { StateTag } from '../../components/stateTag';
import { printsText } from './printsText';

const columns: RecordColumn<PosterState>[] = [
  {
    key: 'serial',
    title: '编号',
    card: 'heading',
    render: ({ serial, shortCode }) => `第 ${serial} 张 · ${shortCode}`,
  },
  {
    key: 'state',
    title: '状态',
    card: 'heading',
    render: ({ revokedAt }) => <StateTag isOn={revokedAt === null} on="有效" off="已作废" />,
  },
  { key: 'issued', title: '生成时间', render: ({ issuedAt }) => <Instant at={issuedAt} /> },
  { key: 'revoked', title: '作废时间', render: ({ revokedAt }) => <Instant at={revokedAt} /> },
  { key: 'printed', title: '打印或下载', align: 'right', render: printsText },
  {
    key: 'scanned',
    title: '首次扫码',
    render: ({ firstScannedAt }) => <Instant at={firstScannedAt} instead="尚未扫码" />,
  },
];

/** Every poster the point ever had: an old one on a wall can be told by its number. */
export function PosterHistory({
  posters,
  isLoading,
}: {
  posters: readonly PosterState[];
  isLoading: boolean;
}) {
  return (
    <RecordList
      label="历次张贴码"
      columns={columns}
      records={posters}
      keyOf={({ id }) => id}
      isLoading={isLoading}
      emptyText="还没有生成过张贴码"
    />
  );
}
