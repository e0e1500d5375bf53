import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'accesses',
  columns: {
    id: columns.bytes16(),
    person_id: columns.bytes16(),
    at: columns.instant(),
    unit_id: columns.bytes16().optional(),
    staff_id: columns.bytes16().optional(),
    purpose: columns.text(120),
  },
  key: ['id'],
  indexes: [['person_id', 'at']],
});
