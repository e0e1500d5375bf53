import { columns, createTable } from '../../src/storage/tables';

/** What other provinces said of people last, and when the platform was asked about them. */
export const up = createTable({
  name: 'national_codes',
  columns: {
    id: columns.id(),
    person_id: columns.id(),
    state: columns.text(12),
    colour: columns.text(10).optional(),
    province: columns.text(6).optional(),
    stated_at: columns.instant().optional(),
    until_at: columns.instant().optional(),
    fetched_at: columns.instant().optional(),
    asked_at: columns.instant().optional(),
    changed_at: columns.instant(),
  },
  key: ['id'],
  unique: [['person_id']],
  indexes: [['changed_at']],
});
