import { columns, createTable } from '../../src/storage/tables';

/** What was counted of each group when everybody on the lists was last gone through. */
export const up = createTable({
  name: 'screening_counts',
  columns: {
    group_id: columns.text(40),
    listed: columns.int(),
    never_tested: columns.int(),
    soon: columns.int(),
    overdue: columns.int(),
    as_of: columns.instant(),
  },
  key: ['group_id'],
});
