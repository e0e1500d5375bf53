import { addColumn, columns } from '../../src/storage/tables';

/** Who stands there: whose colour ends the duty. */
export const up = addColumn('duties', 'person_id', columns.id().optional());
