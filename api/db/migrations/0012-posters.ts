import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'posters',
  columns: {
    id: columns.id(),
    point_id: columns.id(),
    serial: columns.int(),
    key_id: columns.int(),
    short_code: columns.text(12),
    issued_at: columns.instant(),
    issued_by: columns.id(),
    revoked_at: columns.instant().optional(),
    first_scanned_at: columns.instant().optional(),
  },
  key: ['id'],
  unique: [['point_id', 'serial'], ['short_code']],
});
