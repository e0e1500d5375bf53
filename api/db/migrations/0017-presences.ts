import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'presences',
  columns: {
    person_id: columns.bytes16(),
    point_id: columns.bytes16(),
    root_id: columns.bytes16(),
    unit_id: columns.bytes16(),
    passage_day: columns.int(),
    passage_id: columns.bytes16(),
    inside: columns.int(),
    changed_at: columns.instant(),
    leaves_at: columns.instant(),
  },
  key: ['person_id', 'point_id'],
  indexes: [
    ['inside', 'leaves_at'],
    ['point_id', 'inside'],
    ['unit_id', 'inside'],
  ],
});
