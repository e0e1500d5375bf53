import { columns, createTable } from '../../src/storage/tables';

/** Colours, feeds and region levels of the configuration, and since when: any day can be judged as it was. */
export const up = createTable({
  name: 'settings_versions',
  columns: {
    id: columns.id(),
    version: columns.int(),
    content: columns.long(),
    takes_force_at: columns.instant(),
  },
  key: ['id'],
  unique: [['version']],
});
