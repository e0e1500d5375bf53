import { columns, createTable } from '../../src/storage/tables';

/** Where devices stood before they were moved: what they tell late of that time belongs there. */
export const up = createTable({
  name: 'device_moves',
  columns: {
    id: columns.id(),
    device_id: columns.id(),
    point_id: columns.id(),
    until: columns.instant(),
  },
  key: ['id'],
  indexes: [['device_id', 'until']],
});
