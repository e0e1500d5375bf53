import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'evidence',
  columns: {
    id: columns.id(),
    person_id: columns.id().optional(),
    staff_id: columns.id().optional(),
    media_type: columns.text(40),
    bytes: columns.int(),
    attached_to: columns.id().optional(),
    created_at: columns.instant(),
    // The last one: whoever reads the others need not pass over it.
    data: columns.long(),
  },
  key: ['id'],
  indexes: [['attached_to', 'created_at']],
});
