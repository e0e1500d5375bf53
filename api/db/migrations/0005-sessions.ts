import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'sessions',
  columns: {
    id: columns.id(),
    account_id: columns.id().optional(),
    staff_id: columns.id().optional(),
    client: columns.text(10),
    counter: columns.int(),
    rotated_at: columns.instant(),
    expires_at: columns.instant(),
    revoked_at: columns.instant().optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  indexes: [['account_id'], ['staff_id'], ['expires_at']],
});
