import { columns, createTable } from '../../src/storage/tables';

/**
 * Rows from which facts are derived: journeys, households, sealed communities. What has to match between two of them is
 * kept as a keyed hash: which vehicle, which community, which building.
 */
export const up = createTable({
  name: 'register_rows',
  columns: {
    batch: columns.instant(),
    line: columns.int(),
    source: columns.text(20),
    subject_index: columns.blind().optional(),
    match_key: columns.bytes16(),
    part_key: columns.bytes16().optional(),
    position: columns.int().optional(),
    kind: columns.text(40),
    date: columns.text(10),
    valid_from: columns.instant(),
    valid_until: columns.instant().optional(),
    row_key: columns.bytes16(),
    seen_in: columns.instant().optional(),
    closed_by: columns.instant().optional(),
  },
  key: ['batch', 'line'],
  indexes: [['subject_index'], ['match_key'], ['row_key'], ['source', 'closed_by', 'batch', 'line']],
});
