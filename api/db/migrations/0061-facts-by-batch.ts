import { columns, createTable } from '../../src/storage/tables';

/**
 * Facts by batch and line: a batch takes force by one row, and with it everything that it brought or closed. What is
 * recorded when stands with the batches.
 * `seen_in` is the last full batch that still contained the row.
 */
export const up = createTable({
  name: 'facts_by_batch',
  columns: {
    batch: columns.instant(),
    line: columns.int(),
    source: columns.text(20),
    subject_index: columns.blind(),
    kind: columns.text(40),
    date: columns.text(10),
    valid_from: columns.instant(),
    valid_until: columns.instant().optional(),
    row_key: columns.bytes16(),
    seen_in: columns.instant().optional(),
    closed_by: columns.instant().optional(),
  },
  key: ['batch', 'line'],
  indexes: [['subject_index'], ['row_key'], ['source', 'closed_by', 'batch', 'line']],
});
