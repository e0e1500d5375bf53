import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'appeal_events',
  columns: {
    id: columns.id(),
    appeal_id: columns.id(),
    at: columns.instant(),
    kind: columns.text(12),
    text: columns.long().optional(),
    pictures: columns.long(),
    staff_id: columns.id().optional(),
  },
  key: ['id'],
  indexes: [['appeal_id', 'id']],
});
