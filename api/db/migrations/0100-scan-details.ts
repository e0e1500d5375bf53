import { addColumns } from '../../src/storage/addColumns';

/**
 * Of a scan: which device made it, by what the person was recognised, why he came, and whether it was decided without
 * network.
 */
export const up = addColumns('passages', {
  device_id: 'BINARY(16)',
  proof: 'TINYINT',
  reason: 'VARCHAR(20)',
  late: 'TINYINT NOT NULL DEFAULT 0',
});
