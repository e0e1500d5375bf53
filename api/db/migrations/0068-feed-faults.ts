import { columns, createTable } from '../../src/storage/tables';

/** Wrong rows of a batch: where, and what is wrong; never what stood there. */
export const up = createTable({
  name: 'feed_faults',
  columns: {
    batch: columns.instant(),
    line: columns.int(),
    column_name: columns.text(40),
    fault: columns.text(40),
  },
  key: ['batch', 'line', 'column_name'],
});
