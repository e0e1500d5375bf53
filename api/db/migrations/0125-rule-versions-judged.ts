import { addColumn, columns } from '../../src/storage/tables';

/** Since when everybody has been judged by a version of the rules. */
export const up = addColumn('rule_versions', 'judged_at', columns.instant().optional());
