import { z } from 'zod';

import { columnTypes, deliveries } from '@anxing/contract/feeds';

import { RiskConfigError, duplicates, parseOrRefuse } from './configError';

/** As long as the columns that hold them. */
const sourceName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/, 'must be a short word of latin letters');
const kindName = z.string().regex(/^[a-z][a-zA-Z0-9.]{0,39}$/, 'must be a short word of latin letters');

const columnSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/, 'must be a short word of latin letters'),
  /** As the head of a CSV file may call it. */
  title: z.string().min(1).max(20),
  type: z.enum(columnTypes),
  required: z.boolean(),
});

const feedRuleSchema = z.strictObject({
  source: sourceName,
  /** What people read, in Chinese, like the owner. */
  name: z.string().min(1),
  owner: z.string().min(1),
  /** How the owner's data gets here. */
  via: z.string().min(1),
  /** What the owner promised. `inside`: the platform's own rows, which cannot be late. */
  promised: z.enum(['realTime', 'daily', 'inside', 'onChange']),
  /** full: a delivery replaces everything that came before. */
  delivery: z.enum(deliveries),
  /** Nobody is called clear while this source is missing or late. */
  requiredForGreen: z.boolean(),
  /** Whether rules can ask for it. What they cannot ask for changes nobody's colour, and nobody is judged anew for it. */
  rulesMayAsk: z.boolean().default(true),
  /** Hours after a delivery from which the source is late, null when it cannot be late. */
  lateAfterHours: z.number().positive().nullable(),
  kinds: z.array(z.strictObject({ id: kindName, name: z.string().min(1) })).min(1),
  /** What a row becomes: a fact, or a row of a register from which facts are derived. */
  target: z.enum(['facts', 'journeys', 'households', 'seals']).default('facts'),
  /** The columns of a row; none where nobody delivers from outside. */
  columns: z.array(columnSchema).max(20).default([]),
});

const feedRulesSchema = z.strictObject({ feeds: z.array(feedRuleSchema).min(1) });

export type FeedTarget = z.infer<typeof feedRuleSchema>['target'];
export type FeedRule = z.infer<typeof feedRuleSchema>;
export type FeedRules = readonly FeedRule[];

/** Takes the parsed `config/feeds.json`. @throws RiskConfigError naming every wrong place */
export function parseFeedRules(json: unknown): FeedRules {
  const { feeds } = parseOrRefuse('list of feeds', feedRulesSchema, json);
  const problems = [
    ...duplicates(feeds, (feed) => feed.source, 'feeds[*].source'),
    ...feeds.flatMap((feed, index) =>
      duplicates(feed.kinds, (kind) => kind.id, `feeds[${index}].kinds[*].id`),
    ),
    ...feeds.flatMap(promiseProblems),
    ...feeds.flatMap(columnProblems),
  ];

  if (problems.length > 0) {
    throw new RiskConfigError('list of feeds', problems);
  }

  return feeds;
}

/** What a target cannot do without. */
const neededTypes: Record<FeedTarget, readonly string[]> = {
  facts: ['idNumber'],
  journeys: ['idNumber', 'vehicle', 'date'],
  households: ['idNumber', 'division', 'text'],
  seals: ['division', 'text', 'date'],
};

function columnProblems(feed: FeedRule, index: number): string[] {
  const place = `feeds[${index}].columns`;
  const types = feed.columns.map(({ type }) => type as string);
  const isInside = feed.columns.length === 0;
  const missing = isInside ? [] : neededTypes[feed.target].filter((type) => !types.includes(type));
  const hasDay = types.includes('date') || types.includes('instant');
  const isDayless = !isInside && feed.target === 'facts' && !hasDay;
  const isKindless = !isInside && feed.kinds.length > 1 && !types.includes('kind');

  return [
    ...duplicates(feed.columns, (column) => column.name, `${place}[*].name`),
    ...missing.map((type) => `${place}: a column of type '${type}' is missing`),
    ...(isDayless ? [`${place}: a column of type 'date' or 'instant' is missing`] : []),
    ...(isKindless ? [`${place}: several kinds need a column of type 'kind'`] : []),
  ];
}

/** A required source without a limit would stay good for ever after one delivery. */
function promiseProblems(feed: FeedRule, index: number): string[] {
  const problems: string[] = [];

  if (feed.promised === 'inside' && (feed.requiredForGreen || feed.lateAfterHours !== null)) {
    problems.push(
      `feeds[${index}] (${feed.source}): the platform's own rows are never required and never late`,
    );
  }

  if (feed.requiredForGreen && feed.lateAfterHours === null) {
    problems.push(`feeds[${index}].lateAfterHours: the required source '${feed.source}' needs a limit`);
  }

  if (feed.requiredForGreen && !feed.rulesMayAsk) {
    problems.push(`feeds[${index}] (${feed.source}): no rule may ask for it, so green cannot need it`);
  }

  return problems;
}
