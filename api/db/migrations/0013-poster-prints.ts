import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'poster_prints',
  columns: {
    id: columns.id(),
    poster_id: columns.id(),
    staff_id: columns.id(),
    size: columns.text(10),
    format: columns.text(5),
    at: columns.instant(),
  },
  key: ['id'],
  indexes: [['poster_id', 'at']],
});
