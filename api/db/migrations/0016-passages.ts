import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'passages',
  columns: {
    day: columns.int(),
    id: columns.bytes16(),
    kind: columns.int(),
    direction: columns.int(),
    at: columns.instant(),
    received_at: columns.instant(),
    person_id: columns.bytes16(),
    unit_id: columns.bytes16(),
    point_id: columns.bytes16(),
    division: columns.text(12),
    colour: columns.text(20),
    decision: columns.text(10),
    why: columns.text(120).optional(),
    temperature: columns.int().optional(),
    mask: columns.int().optional(),
    staff_id: columns.bytes16().optional(),
    counted: columns.int(),
    request_hash: columns.bytes32(),
    name_index: columns.blind(),
  },
  key: ['day', 'id'],
  indexes: [
    ['person_id', 'at'],
    ['point_id', 'at'],
    ['unit_id', 'at', 'id'],
    ['unit_id', 'name_index', 'at'],
  ],
});
