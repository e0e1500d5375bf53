import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'purges',
  columns: {
    subject: columns.text(40),
    day: columns.int(),
    state: columns.text(10),
    found: columns.instant(),
    digest: columns.text(64).optional(),
    remaining: columns.instant().optional(),
    holder: columns.id().optional(),
    lease_until: columns.instant().optional(),
    announced_at: columns.instant().optional(),
    done_at: columns.instant().optional(),
  },
  key: ['subject', 'day'],
});
