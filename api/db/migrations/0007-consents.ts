import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'consents',
  columns: {
    id: columns.id(),
    account_id: columns.id(),
    kind: columns.text(20),
    version: columns.text(20),
    at: columns.instant(),
  },
  key: ['id'],
  unique: [['account_id', 'kind', 'version']],
});
