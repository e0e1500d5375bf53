import { columns, createTable } from '../../src/storage/tables';

/** Trials of a version of the rules on the people of now. The result holds nothing of a person that is not masked. */
export const up = createTable({
  name: 'dry_runs',
  columns: {
    id: columns.id(),
    version: columns.int(),
    rules_hash: columns.text(64),
    scope: columns.text(10),
    state: columns.text(10),
    done: columns.int(),
    total: columns.int(),
    result: columns.long().optional(),
    staff_id: columns.id(),
    started_at: columns.instant(),
    finished_at: columns.instant().optional(),
  },
  key: ['id'],
  indexes: [['version']],
});
