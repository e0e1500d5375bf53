import { columns, createTable } from '../../src/storage/tables';

/** Who is to be judged anew, and how far that is: who takes it over goes on where it stood. */
export const up = createTable({
  name: 'recomputes',
  columns: {
    id: columns.id(),
    cause: columns.text(10),
    subject: columns.text(40),
    state: columns.text(10),
    position: columns.text(60),
    done: columns.int(),
    total: columns.int().optional(),
    changed: columns.int(),
    due_at: columns.instant(),
    started_at: columns.instant(),
    finished_at: columns.instant().optional(),
    holder: columns.id().optional(),
    lease_until: columns.instant().optional(),
  },
  key: ['id'],
  indexes: [['state', 'due_at']],
});
