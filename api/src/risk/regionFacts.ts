import type { Fact } from './fact';
import type { FeedRule } from './feedRules';

/** The inside source of stays in regions: its kinds are the levels. */
export const regionSource = 'regions';

/** A stay in a region within the last days. */
export interface RegionStay {
  /** Six digits. */
  division: string;
  /** The level that the region has at the instant that is judged. */
  level: string;
  /** YYYY-MM-DD: the last day there. */
  date: string;
  /** A scan by staff or a device, or the place of the first claim. A check-in at a poster never says it. */
  from: 'scan' | 'claim';
  /** YYYY-MM-DD: the first day on which the region has another level; null when none is known. */
  levelEnds: string | null;
  /** ms since when both are known, the stay and the level. */
  knownFrom: number;
}

/** The feed of stays, for the names in reasons. Nobody delivers it. */
export function regionFeed(levels: readonly { id: string; name: string }[]): FeedRule {
  return {
    source: regionSource,
    name: '区域风险等级',
    owner: '疫情防控指挥部',
    via: '扫码记录与首次申领地',
    promised: 'inside',
    delivery: 'incremental',
    requiredForGreen: false,
    rulesMayAsk: true,
    lateAfterHours: null,
    kinds: levels.map(({ id, name }) => ({ id, name })),
    target: 'facts',
    columns: [],
  };
}

const seenBy = { scan: '扫码记录', claim: '首次申领地' };

/** When and where, for `regionFact`. */
export interface RegionNames {
  /** ms: the start of the day of the stay. */
  since: number;
  /** ms: when the level ends, null when that is not known. */
  until: number | null;
  /** With the names above it. */
  division: string;
  level: string;
}

/** Stays as facts, so that rules weigh them like any other. */
export function regionFact({ division, level, date, from, knownFrom }: RegionStay, names: RegionNames): Fact {
  const { since, until } = names;

  return {
    id: `${regionSource}.${division}.${from}`,
    source: regionSource,
    kind: level,
    date,
    validFrom: since,
    validUntil: until,
    recordedFrom: since,
    recordedUntil: null,
    knownFrom,
    weighedAt: since,
    batchId: '',
    label: `${names.division}（${names.level}，${seenBy[from]}）`,
  };
}
