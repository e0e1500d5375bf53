import { columns, createTable } from '../../src/storage/tables';

/** Models of turnstiles and terminals that units register: tested, agreed on, approved. */
export const up = createTable({
  name: 'device_models',
  columns: {
    id: columns.id(),
    unit_id: columns.id(),
    maker: columns.text(60),
    model: columns.text(60),
    kind: columns.text(10),
    contact_name: columns.sealed(),
    contact_phone: columns.sealed(),
    state: columns.text(10),
    conformed_at: columns.instant().optional(),
    agreement_version: columns.text(20).optional(),
    agreed_by: columns.id().optional(),
    agreed_at: columns.instant().optional(),
    decided_by: columns.id().optional(),
    decided_at: columns.instant().optional(),
    reason: columns.text(200).optional(),
    created_at: columns.instant(),
  },
  key: ['id'],
  indexes: [['unit_id'], ['state']],
});
