import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'override_people',
  columns: {
    id: columns.id(),
    override_id: columns.id(),
    position: columns.int(),
    id_type: columns.text(20),
    id_number: columns.sealed(),
    identity_index: columns.blind(),
  },
  key: ['id'],
  unique: [['override_id', 'position']],
  indexes: [['identity_index']],
});
