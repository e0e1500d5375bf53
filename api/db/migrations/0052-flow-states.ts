import { columns, createTable } from '../../src/storage/tables';

export const up = createTable({
  name: 'flow_states',
  columns: {
    point_id: columns.id(),
    level: columns.text(8),
    unit_id: columns.id(),
    raised: columns.int(),
    crossing: columns.int(),
    warning_id: columns.id().optional(),
    changed_at: columns.instant(),
  },
  key: ['point_id', 'level'],
  indexes: [['raised', 'unit_id']],
});
