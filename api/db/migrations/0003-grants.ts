import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'grants',
  columns: {
    id: columns.id(),
    staff_id: columns.id(),
    point_id: columns.id(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['staff_id', 'point_id']],
  indexes: [['point_id']],
});
