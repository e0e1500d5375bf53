import { columns, createTable } from '../../src/storage/tables';

/** Devices at the doors of units. */
export const up = createTable({
  name: 'devices',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    model_id: columns.id(),
    point_id: columns.id(),
    name: columns.text(60),
    serial: columns.text(40),
    active: columns.flag(),
    public_key: columns.text(43).optional(),
    code_hash: columns.text(64).optional(),
    code_expires_at: columns.instant().optional(),
    enrolled_at: columns.instant().optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['code_hash']],
  indexes: [['unit_id'], ['model_id']],
});
