import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'flow_warnings',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    point_id: columns.id(),
    level: columns.text(8),
    crossing: columns.int(),
    threshold: columns.int(),
    capacity: columns.int().optional(),
    raised_at: columns.instant(),
    peak: columns.int(),
    peak_at: columns.instant(),
    cleared_at: columns.instant().optional(),
    acknowledged_at: columns.instant().optional(),
    acknowledged_by: columns.id().optional(),
    remark: columns.text(200).optional(),
  },
  key: ['id'],
  unique: [['point_id', 'level', 'crossing']],
  indexes: [
    ['unit_id', 'id'],
    ['unit_id', 'cleared_at'],
    ['point_id', 'id'],
  ],
});
