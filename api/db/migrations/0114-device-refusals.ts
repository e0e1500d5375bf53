import { columns, createTable } from '../../src/storage/tables';

/** How often requests in the name of a device were refused, by error code. */
export const up = createTable({
  name: 'device_refusals',
  columns: {
    device_id: columns.id(),
    cause: columns.text(40),
    refused: columns.int(),
    last_at: columns.instant(),
  },
  key: ['device_id', 'cause'],
});
