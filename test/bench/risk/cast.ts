import type { Crew } from '../crew/crewFile';

/** Whom the bench plays: the crew of the hot paths, and those who work for the operator. Written by the seed. */
export interface Cast extends Crew {
  /** Sessions of two verified persons: one proposes rules, the other one approves. */
  operators: { author: string; approver: string };
  /** Ids of the keys by source: all are of one pair. */
  feedKeys: Record<string, string>;
}
