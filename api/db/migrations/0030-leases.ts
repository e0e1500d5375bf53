import { makeLeaseTables } from '../../src/storage/leaseTables';

export const up = makeLeaseTables;
