import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'audit_events',
  columns: {
    slot: columns.int(),
    seq: columns.int(),
    at: columns.instant(),
    actor: columns.text(60),
    action: columns.text(60),
    target: columns.text(80),
    payload: columns.long().optional(),
    salt: columns.text(44),
    payload_hash: columns.text(44),
    previous: columns.text(44),
    hash: columns.text(44),
  },
  key: ['slot', 'seq'],
  indexes: [['at']],
});
