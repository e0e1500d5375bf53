import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'flow_counts',
  columns: {
    point_id: columns.bytes16(),
    hour: columns.int(),
    slot: columns.int(),
    came: columns.int(),
    went: columns.int(),
    expired: columns.int(),
  },
  key: ['point_id', 'hour', 'slot'],
});
