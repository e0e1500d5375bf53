import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'units',
  columns: {
    id: columns.id(),
    name: columns.text(60),
    kind: columns.text(20),
    credit_code: columns.text(18),
    division: columns.text(12),
    category: columns.text(40),
    active: columns.flag(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['credit_code']],
});
