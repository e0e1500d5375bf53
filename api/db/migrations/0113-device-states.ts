import { columns, createTable } from '../../src/storage/tables';

/** What devices tell of themselves. No audit: it changes every minute, and nobody did it. */
export const up = createTable({
  name: 'device_states',
  columns: {
    device_id: columns.id(),
    last_seen_at: columns.instant(),
    firmware: columns.text(40).optional(),
    clock_offset: columns.instant().optional(),
    queued: columns.int().optional(),
  },
  key: ['device_id'],
});
