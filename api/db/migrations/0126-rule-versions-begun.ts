import { addColumn, columns } from '../../src/storage/tables';

/** Since when somebody judges everybody by a version of the rules: nobody is judged by an older one any more. */
export const up = addColumn('rule_versions', 'begun_at', columns.instant().optional());
