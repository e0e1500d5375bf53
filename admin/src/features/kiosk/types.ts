import type { Point } from '@anxing/contract/points';
import type { RecentScan, RegionHint, ScanObject, ScanWant } from '@anxing/contract/scans';
import type { Decision, Direction } from '@anxing/contract/visits';

/** Where the staff member stands; kept for the next start. */
export type Stand = Pick<Point, 'id' | 'name' | 'address' | 'category'> & { place: string };

/** Of a check without network. */
export interface OfflineMark {
  kind: 'code' | 'pass';
  /** ms since the list of what was revoked was fetched; null: none was. */
  listAge: number | null;
}

/** Somebody who was checked, as the screen shows it. */
export interface PersonVerdict {
  id: string;
  object: ScanObject;
  colour: string;
  decision: Decision;
  why: string | null;
  wants: readonly ScanWant[];
  /** Masked, as are all of these; a code tells no names without network. */
  name: string | null;
  idNumber: string | null;
  district: string | null;
  region: RegionHint | null;
  recent: readonly RecentScan[];
  /** Whether there are more than `recent`. */
  hasMore: boolean;
  direction: Direction;
  /** ms by the server's clock */
  at: number;
  offline: OfflineMark | null;
}

/** Something that tells of nobody. */
export interface Refusal {
  /** A few characters that are read across a hall. */
  headline: string;
  sentence: string;
}

/** A line of the last ten. */
export interface Passed {
  id: string;
  at: number;
  name: string | null;
  colour: string;
  decision: Decision;
  direction: Direction;
  isOffline: boolean;
}
