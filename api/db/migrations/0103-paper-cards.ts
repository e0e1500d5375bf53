import { columns, createTable } from '../../src/storage/tables';

/** Printed codes of people without a phone. */
export const up = createTable({
  name: 'paper_cards',
  columns: {
    id: columns.id(),
    person_id: columns.id(),
    reference: columns.text(16),
    unit_id: columns.id().optional(),
    staff_id: columns.id().optional(),
    issued_at: columns.instant(),
    revoked_at: columns.instant().optional(),
  },
  key: ['id'],
  unique: [['reference']],
  indexes: [['person_id'], ['revoked_at']],
});
