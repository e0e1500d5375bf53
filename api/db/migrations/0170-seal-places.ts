import { columns, createTable } from '../../src/storage/tables';

/**
 * What the rows of sealed communities are called, as public notices have it, and how many people were found there when
 * homes were last compared with them: nobody but the deliverer can mend a name by which nobody is found.
 */
export const up = createTable({
  name: 'seal_places',
  columns: {
    batch: columns.instant(),
    line: columns.int(),
    division: columns.text(12),
    community: columns.text(120),
    building: columns.text(120),
    list: columns.instant().optional(),
    people: columns.int().optional(),
  },
  key: ['batch', 'line'],
  indexes: [['list', 'people']],
});
