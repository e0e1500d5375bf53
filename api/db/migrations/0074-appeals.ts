import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'appeals',
  columns: {
    id: columns.id(),
    person_id: columns.id(),
    state: columns.text(12),
    reasons: columns.long(),
    about: columns.long(),
    submitted_at: columns.instant(),
    due_at: columns.instant().optional(),
    closed_at: columns.instant().optional(),
    change_id: columns.id().optional(),
  },
  key: ['id'],
  indexes: [['person_id', 'id'], ['state', 'id'], ['due_at'], ['closed_at']],
});
