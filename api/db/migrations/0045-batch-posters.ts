import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'batch_posters',
  columns: {
    job_id: columns.id(),
    poster_id: columns.id(),
  },
  key: ['job_id', 'poster_id'],
});
