import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'audit_heads',
  columns: {
    slot: columns.int(),
    seq: columns.int(),
    hash: columns.text(44),
  },
  key: ['slot'],
});
