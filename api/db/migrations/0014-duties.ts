import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'duties',
  columns: {
    id: columns.id(),
    staff_id: columns.id(),
    point_id: columns.id(),
    place: columns.text(120).optional(),
    since: columns.instant(),
    until: columns.instant().optional(),
  },
  key: ['id'],
  indexes: [
    ['point_id', 'until'],
    ['staff_id', 'until'],
  ],
});
