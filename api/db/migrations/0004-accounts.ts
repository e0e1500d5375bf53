import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'accounts',
  columns: {
    id: columns.id(),
    kind: columns.text(10),
    subject_index: columns.blind(),
    phone: columns.sealed().optional(),
    phone_index: columns.blind().optional(),
    person_id: columns.id().optional(),
    pending_id_type: columns.text(20).optional(),
    pending_name: columns.sealed().optional(),
    pending_number: columns.sealed().optional(),
    pending_level: columns.int(),
    proof_again: columns.flag(),
    face_ticket: columns.text(200).optional(),
    last_seen_at: columns.instant(),
    created_at: columns.instant(),
  },
  key: ['id'],
  unique: [['kind', 'subject_index']],
  indexes: [['person_id'], ['phone_index']],
});
