import { columns, createTable } from '../../src/storage/tables';

/** Runs in which the software of a model shows what it does, with throw-away keys that grow from a seed. */
export const up = createTable({
  name: 'conformance_runs',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    model_id: columns.id(),
    seed: columns.text(64),
    public_key: columns.text(43).optional(),
    state: columns.text(10),
    tasks: columns.int(),
    right_count: columns.int().optional(),
    report: columns.long().optional(),
    started_at: columns.instant(),
    expires_at: columns.instant(),
    ended_at: columns.instant().optional(),
  },
  key: ['id'],
  indexes: [['model_id']],
});
