import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'persons',
  columns: {
    id: columns.id(),
    identity_index: columns.blind(),
    id_type: columns.text(20),
    name: columns.sealed(),
    id_number: columns.sealed(),
    phone: columns.sealed().optional(),
    level: columns.int(),
    colour: columns.text(20),
    reasons: columns.long(),
    rule_version: columns.int(),
    colour_until: columns.instant().optional(),
    code_reference: columns.text(16).optional(),
    number: columns.text(12).optional(),
    number_day: columns.text(10).optional(),
    claimed_at: columns.instant().optional(),
    claim_division: columns.text(12).optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['identity_index'], ['code_reference'], ['number']],
});
