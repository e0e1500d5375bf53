import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'messages',
  columns: {
    id: columns.id(),
    person_id: columns.id().optional(),
    staff_id: columns.id().optional(),
    kind: columns.text(30),
    title: columns.text(60),
    body: columns.text(400),
    at: columns.instant(),
    read_at: columns.instant().optional(),
  },
  key: ['id'],
  indexes: [
    ['person_id', 'id'],
    ['staff_id', 'id'],
  ],
});
