import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'points',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    parent_id: columns.id().optional(),
    root_id: columns.id(),
    reference: columns.text(16),
    name: columns.text(60),
    address: columns.text(120),
    kind: columns.text(12),
    category: columns.text(40),
    division: columns.text(12),
    capacity: columns.int().optional(),
    warning_line: columns.int().optional(),
    latitude: columns.decimal().optional(),
    longitude: columns.decimal().optional(),
    active: columns.flag(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['reference']],
  indexes: [['unit_id', 'id'], ['parent_id']],
});
