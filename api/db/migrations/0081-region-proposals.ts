import { columns, createTable } from '../../src/storage/tables';

/** Levels that wait for a second person, or were decided by one. */
export const up = createTable({
  name: 'region_proposals',
  columns: {
    id: columns.id(),
    settings: columns.long(),
    comment: columns.text(200),
    created_at: columns.instant(),
  },
  key: ['id'],
});
