import { addColumn, columns } from '../../src/storage/tables';

/** Since when a device stands where it stands; null where it was never moved. */
export const up = addColumn('devices', 'moved_at', columns.instant().optional());
