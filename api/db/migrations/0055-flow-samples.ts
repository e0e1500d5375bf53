import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'flow_samples',
  columns: {
    point_id: columns.bytes16(),
    hour: columns.int(),
    inside: columns.int(),
    peak: columns.int(),
  },
  key: ['point_id', 'hour'],
});
