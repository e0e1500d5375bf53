import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'overrides',
  columns: {
    id: columns.id(),
    change_id: columns.id(),
    appeal_id: columns.id().optional(),
    kinds: columns.text(900),
    reason: columns.text(30),
    explanation: columns.long(),
    evidence_number: columns.sealed().optional(),
    people: columns.int(),
    days: columns.int(),
    until: columns.instant().optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  indexes: [['change_id'], ['appeal_id']],
});
