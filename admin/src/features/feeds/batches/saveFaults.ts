import type { FeedBatch, RowFault } from '@anxing/contract/feeds';

import { csvFile } from '../../../lib/csv';
import { saveFile } from '../../../lib/saveFile';
import { columnTitle, type Columns } from './columnTitle';

/** Wrong rows as a file, for whoever has to mend them. */
export function saveFaults({ batchId }: FeedBatch, faults: readonly RowFault[], columns: Columns): void {
  const rows = faults.map(({ line, column, message }) => [line, columnTitle(columns, column), message]);
  saveFile(csvFile([['行', '列', '问题'], ...rows]), `错误行-${batchId}.csv`);
}
