import { z } from 'zod';

import { screeningDuties } from '@anxing/contract/screening';

import { RiskConfigError, duplicates, parseOrRefuse } from '../configError';
import type { FeedRule, FeedRules } from '../feedRules';

/** The feed that brings the lists: a kind is a group. */
export const screeningSource = 'screening';

const what = 'list of groups to be tested';

const screeningSchema = z.strictObject({
  comment: z.string(),
  /** Results that count as having been tested, whatever they say. */
  tests: z.strictObject({ source: z.string(), kinds: z.array(z.string()).min(1) }),
  groups: z
    .array(
      z.strictObject({
        /** A kind of the feed; its name stands there. */
        id: z.string(),
        duty: z.enum(screeningDuties),
        /** Days from one test to the next. */
        intervalDays: z.number().int().positive(),
        /** So many days before the last day somebody is reminded. */
        remindDaysBefore: z.number().int().nonnegative(),
      }),
    )
    .min(1),
});

type Screening = z.infer<typeof screeningSchema>;

export type ScreeningGroup = Screening['groups'][number] & { name: string };

/** Who has to be tested how often, and what counts as a test. */
export interface ScreeningRules {
  groups: readonly ScreeningGroup[];
  tests: { source: string; kinds: readonly string[] };
}

function unknownKinds(feed: FeedRule | undefined, source: string, kinds: readonly string[], place: string) {
  if (!feed) {
    return [`${place}: no feed is called '${source}'`];
  }

  return kinds
    .filter((kind) => !feed.kinds.some(({ id }) => id === kind))
    .map((kind) => `${place}: '${source}' has no kind '${kind}'`);
}

/** A kind without a group could be delivered, and nothing would follow from it. */
function missingGroups(feed: FeedRule | undefined, { groups }: Screening): string[] {
  return (feed?.kinds ?? [])
    .filter(({ id }) => !groups.some((group) => group.id === id))
    .map(({ id }) => `groups: the kind '${id}' of the feed '${screeningSource}' is missing`);
}

/** Of a test that retention has let go nobody knows: who was tested in time would seem never to have been. */
function longIntervals({ groups }: Screening, factDays: number): string[] {
  return groups.flatMap(({ id, intervalDays, remindDaysBefore }, index) => [
    ...(intervalDays >= factDays
      ? [`groups[${index}] (${id}): intervalDays must be below factDays of config/retention.json`]
      : []),
    ...(remindDaysBefore >= intervalDays
      ? [`groups[${index}] (${id}): remindDaysBefore must be below intervalDays`]
      : []),
  ]);
}

/**
 * Takes the parsed `config/screening.json`.
 * @param factDays for how long tests are kept
 * @throws RiskConfigError naming every wrong place
 */
export function parseScreening(json: unknown, feedRules: FeedRules, factDays: number): ScreeningRules {
  const screening = parseOrRefuse(what, screeningSchema, json);
  const { tests, groups } = screening;
  const feedOf = (source: string) => feedRules.find((feed) => feed.source === source);
  const lists = feedOf(screeningSource);
  const ids = groups.map(({ id }) => id);
  const problems = [
    ...duplicates(groups, ({ id }) => id, 'groups[*].id'),
    ...unknownKinds(lists, screeningSource, ids, 'groups'),
    ...unknownKinds(feedOf(tests.source), tests.source, tests.kinds, 'tests'),
    ...missingGroups(lists, screening),
    ...longIntervals(screening, factDays),
  ];
  if (problems.length > 0) {
    throw new RiskConfigError(what, problems);
  }
  const nameOf = (id: string) => lists?.kinds.find((kind) => kind.id === id)?.name ?? id;

  return { tests, groups: groups.map((group) => ({ ...group, name: nameOf(group.id) })) };
}
