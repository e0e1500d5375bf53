import type { OperatorAppeal } from '@anxing/contract/appeals';
import type { Change } from '@anxing/contract/changes';
import type { FeedBatch, FeedKey, SealMatches } from '@anxing/contract/feeds';
import type { Override } from '@anxing/contract/overrides';
import type { RegionLevelsPropose } from '@anxing/contract/regions';
import type { RecomputeRun, RuleVersion } from '@anxing/contract/ruleVersions';

import { fakeAppeals } from './fakeAppeals';
import { fakeChanges } from './fakeChanges';
import { fakeBatches, fakeFeedKeys } from './fakeFeeds';
import { fakeOverrides } from './fakeOverrides';
import { fakeVersions } from './fakeRules';

/** What makes colours: feeds, rules, and what takes two people. */
export class FakeRisk {
  /** `isMine` and `mayDecide` are worked out for whoever asks. */
  readonly changes: Change[];
  /** Media types of the files that were uploaded as evidence. */
  readonly evidence: string[] = [];
  /** Newest first. */
  readonly batches: FeedBatch[];

  /** Of the list of sealed communities. */
  readonly sealMatches: SealMatches = {
    state: 'compared',
    seals: 0,
    unmatched: 0,
    matchedPlaces: [],
    unmatchedPlaces: [],
  };
  /** By source. */
  readonly feedKeys: Map<string, FeedKey[]>;
  /** Of the rules, newest first. */
  readonly versions: RuleVersion[];
  readonly appeals: OperatorAppeal[];
  readonly overrides: Override[];
  /** People being judged anew. */
  readonly recomputes: RecomputeRun[] = [];
  /** Levels of regions that were proposed. */
  readonly proposals: RegionLevelsPropose[] = [];

  constructor(readonly now: number) {
    this.changes = fakeChanges(now);
    this.batches = fakeBatches(now);
    this.feedKeys = fakeFeedKeys(now);
    this.versions = fakeVersions(now);
    this.appeals = fakeAppeals(now);
    this.overrides = fakeOverrides(now);
  }
}
