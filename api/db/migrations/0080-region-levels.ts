import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'region_levels',
  columns: {
    id: columns.id(),
    division: columns.text(6),
    level: columns.text(20),
    policy: columns.text(300).optional(),
    from_day: columns.text(10),
    until_day: columns.text(10).optional(),
    recorded_from: columns.instant(),
    recorded_until: columns.instant().optional(),
    change_id: columns.id().optional(),
  },
  key: ['id'],
  indexes: [['division', 'recorded_from'], ['recorded_until']],
});
