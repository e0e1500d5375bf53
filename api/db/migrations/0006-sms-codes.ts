import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'sms_codes',
  columns: {
    id: columns.id(),
    phone_index: columns.blind(),
    code_hash: columns.text(60),
    attempts: columns.int(),
    used_at: columns.instant().optional(),
    expires_at: columns.instant(),
    created_at: columns.instant(),
  },
  key: ['id'],
  indexes: [['phone_index', 'created_at']],
});
