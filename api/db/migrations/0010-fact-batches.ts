import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'fact_batches',
  columns: {
    id: columns.id(),
    source: columns.text(20),
    mode: columns.text(12),
    row_count: columns.int(),
    submitted_by: columns.text(60),
    delivered_at: columns.instant(),
  },
  key: ['id'],
  indexes: [['source', 'delivered_at']],
});
