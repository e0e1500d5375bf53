import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'staff',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    name: columns.sealed(),
    phone: columns.sealed(),
    phone_index: columns.blind(),
    password_hash: columns.text(200),
    must_change_password: columns.flag(),
    roles: columns.text(120),
    active: columns.flag(),
    failed_attempts: columns.int(),
    locked_until: columns.instant().optional(),
    last_sign_in_at: columns.instant().optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['phone_index']],
  indexes: [['unit_id', 'id']],
});
