import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'facts',
  columns: {
    id: columns.id(),
    subject_index: columns.blind(),
    source: columns.text(20),
    kind: columns.text(40),
    date: columns.text(10),
    valid_from: columns.instant(),
    valid_until: columns.instant().optional(),
    recorded_from: columns.instant(),
    recorded_until: columns.instant().optional(),
    batch_id: columns.id(),
  },
  key: ['id'],
  indexes: [['subject_index', 'recorded_from'], ['batch_id']],
});
