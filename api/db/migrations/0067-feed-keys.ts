import { columns, createTable } from '../../src/storage/tables';

/** Public keys with which sources sign what they deliver. */
export const up = createTable({
  name: 'feed_keys',
  columns: {
    id: columns.id(),
    source: columns.text(20),
    channel: columns.text(40),
    owner: columns.text(60),
    public_key: columns.text(43),
    state: columns.text(10),
    created_at: columns.instant(),
    last_used_at: columns.instant().optional(),
    change_id: columns.id().optional(),
  },
  key: ['id'],
  indexes: [['source']],
});
