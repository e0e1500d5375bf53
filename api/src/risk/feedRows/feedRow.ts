/** A row of a feed, checked: what it says about whom, ready to be stored. */
export interface FeedRow {
  /** Counted from 1. */
  line: number;
  operation: 'add' | 'withdraw';
  /** Blind index of the document; null for rows about a place. */
  subject: string | null;
  kind: string;
  /** YYYY-MM-DD */
  date: string;
  /** ms */
  validFrom: number;
  validUntil: number | null;
  /** Which vehicle of a day, or which community: equal ones may match. */
  matchKey: Buffer | null;
  /** Which carriage, or which building of the community; null where that is not known, or all of it is meant. */
  partKey: Buffer | null;
  /** Row of seats, or what stands for the street of the community; null where that is not known. */
  position: number | null;
  /** 16 bytes: rows that say the same have the same. */
  rowKey: Buffer;
  /** The key of such rows that were stored before their keys said more; left out where they always said the same. */
  formerKey?: Buffer;
  /** The key of such a row from before spellings of places were made one; it stays on record beside this one. */
  spelledKey?: Buffer | undefined;
  /** What is sealed, as the public notice names it; of homes nothing but keys is kept. */
  place?: SealedPlace;
}

export interface SealedPlace {
  /** Six or twelve digits. */
  division: string;
  community: string;
  /** Empty for all of it. */
  building: string;
}

/** A cell that is wrong; `fault` is one of the field texts. */
export interface CellFault {
  column: string;
  fault: string;
}

/** Of a number of which a spreadsheet may have cut the end: it is another person's, or nobody's. */
export const cutNumber = 'excelZeros';

export type RowOutcome =
  /** `mayBeCut`: the column of a number that is right, and would look the same if its end were cut. */
  | { row: FeedRow; mayBeCut?: string }
  /** Right, and without meaning for the feed: a medicine that is on no list. */
  | { ignored: true }
  | { faults: CellFault[] };

/** A cell was read, or what is wrong with it. */
export type CellReading<T> = { value: T } | { fault: string };
