import type { FeedBatch } from '@anxing/contract/feeds';
import { Drawer } from 'antd';

import { useLocalList } from '../../../lib/list/useLocalList';
import { BatchFaults } from './batchFaults';
import { BatchVerdict } from './batchVerdict';
import type { Columns } from './columnTitle';
import { faultFilterShape } from './faultFilterShape';

/** Of the columns that most sources have nothing more has to be known. */
const noColumns: Columns = [];

interface Props {
  /** See `useBatchPage`. */
  path: string;
  batch: FeedBatch;
  onClose: () => void;
}

/** The wrong rows of a batch, for whoever sees no page of it. */
export function FaultsDrawer({ path, batch, onClose }: Props) {
  const list = useLocalList(faultFilterShape);

  return (
    <Drawer open title={`有误的行：${batch.batchId}`} size={640} onClose={onClose}>
      <BatchVerdict batch={batch} />
      <BatchFaults path={path} batch={batch} columns={noColumns} list={list} />
    </Drawer>
  );
}
