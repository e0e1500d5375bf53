import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'flow_notices',
  columns: {
    id: columns.id(),
    point_id: columns.id(),
    staff_ids: columns.long(),
  },
  key: ['id'],
  unique: [['point_id']],
});
