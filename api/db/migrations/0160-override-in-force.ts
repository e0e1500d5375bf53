import { addColumn, columns } from '../../src/storage/tables';

/** Since when it counts: what ends with the records that it lifts has no end to tell that by. */
export const up = addColumn('overrides', 'in_force_at', columns.instant().optional());
