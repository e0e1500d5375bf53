import type { IdType } from '@anxing/contract/identityDocuments';

import type { VehicleName } from './vehicleName';

/** What the cells of a row say. */
export interface RowContent {
  idType: IdType;
  idNumber: string;
  operation: 'add' | 'withdraw';
  kind: string;
  date: string;
  /** ms; only where a time is told. */
  at: number | null;
  until: string | null;
  division: string;
  /** Texts by column name. */
  texts: Record<string, string>;
  vehicle: VehicleName;
  position: number | null;
  isOnList: boolean;
  /** Of a medicine, in capitals; empty where there is none. */
  code: string;
}
