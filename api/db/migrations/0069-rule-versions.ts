import { columns, createTable } from '../../src/storage/tables';

/** Versions of the risk rules. What was once approved never changes. */
export const up = createTable({
  name: 'rule_versions',
  columns: {
    id: columns.id(),
    version: columns.int(),
    state: columns.text(10),
    comment: columns.text(200),
    based_on: columns.int().optional(),
    rules: columns.long(),
    created_by: columns.id().optional(),
    created_at: columns.instant(),
    approved_by: columns.id().optional(),
    approved_at: columns.instant().optional(),
    takes_force_at: columns.instant().optional(),
    change_id: columns.id().optional(),
  },
  key: ['id'],
  unique: [['version']],
});
