import { columns, createTable } from '../../src/storage/tables';

/** Who is on the list of which group, and by when the next test is due. Worked out from facts, and only kept for lists. */
export const up = createTable({
  name: 'screening_dues',
  columns: {
    id: columns.id(),
    subject_index: columns.blind(),
    group_id: columns.text(40),
    listed_on: columns.text(10),
    last_test_at: columns.instant().optional(),
    due_on: columns.text(10),
    reminded_for: columns.text(10).optional(),
    warned_for: columns.text(10).optional(),
  },
  key: ['subject_index', 'group_id'],
  indexes: [
    ['group_id', 'due_on', 'id'],
    ['group_id', 'last_test_at', 'due_on', 'id'],
  ],
});
