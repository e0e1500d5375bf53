import { columns, createTable } from '../../src/storage/tables';

/** Who makes paper cards for whom. Of a member there is one row that lasts: `active_member` is null in all others. */
export const up = createTable({
  name: 'family_members',
  columns: {
    id: columns.id(),
    applicant_id: columns.id(),
    member_id: columns.id(),
    relation: columns.text(10),
    active_member: columns.id().optional(),
    created_at: columns.instant(),
    ended_at: columns.instant().optional(),
    ended_by: columns.text(10).optional(),
  },
  key: ['id'],
  unique: [['active_member']],
  indexes: [['applicant_id'], ['member_id']],
});
