import type { Colours } from './colours';
import { colourNamed } from './colours';
import type { Fact } from './fact';
import type { FeedRules } from './feedRules';
import type { RiskRule, RiskRules } from './rules';
import type { Match } from './spans';
import { covers, heldFacts, matchesOf } from './spans';

/** Why a person has not the clear colour, in words for that person. */
export interface Reason {
  /** Rule id. */
  rule: string;
  colour: string;
  factId: string;
  batchId: string;
  source: string;
  sourceName: string;
  kind: string;
  kindName: string;
  /** YYYY-MM-DD of the event. */
  date: string;
  /** ms when it stops counting, null while it lasts. */
  until: number | null;
  text: string;
  advice: string;
  appeal: string;
}

export interface FactsInput {
  facts: readonly Fact[];
  rules: RiskRules;
  feedRules: FeedRules;
  colours: Colours;
  /** ms */
  now: number;
  /** IANA zone in which days are counted. */
  zone: string;
  /** YYYY-MM-DD; left out or null where it is not known: then every age is meant. */
  birthDate?: string | null;
  /** Replays what was on record then: 'as known on that day'. Left out: what is on record at `now`. */
  knownAt?: number;
}

export interface FactsVerdict {
  colour: string;
  reasons: Reason[];
  /** ms of the next change of colour or reasons that needs no new fact, null when there is none. */
  until: number | null;
}

/** What the facts alone say; whether the sources were complete is another question (`judgeFeeds`). */
export function judgeFacts(input: FactsInput): FactsVerdict {
  const held = heldFacts(input.facts, input.knownAt);
  const enabled = input.rules.rules.filter((rule) => rule.enabled);
  const judged = { held, birthDate: input.birthDate ?? null, zone: input.zone };
  const matches = enabled.flatMap((rule) => matchesOf(rule, judged));
  const counting = matchesAt(matches, input.now);
  const severest = severestFirst(counting, input);

  return {
    colour: severest[0]?.rule.colour ?? input.colours.clear,
    reasons: severest.map((match) => reasonOf(match, input.feedRules)),
    until: nextChange(matches, counting, input.now),
  };
}

/** The reasons in force at an instant: one for each rule and fact, with the longest end. */
function matchesAt(matches: readonly Match[], at: number): Match[] {
  const byKey = new Map<string, Match>();

  for (const match of matches) {
    const key = keyOf(match);
    const longest = byKey.get(key);
    const inForce = covers(match, at) && !match.lifted.some((span) => covers(span, at));

    if (inForce && (!longest || longest.to < match.to)) {
      byKey.set(key, match);
    }
  }

  return [...byKey.values()];
}

/** Only an instant where something begins or ends can bring a change; not each of them does. */
function nextChange(matches: readonly Match[], counting: readonly Match[], now: number): number | null {
  const current = signatureOf(counting);
  const moments = matches
    .flatMap((match) => [match, ...match.lifted].flatMap((span) => [span.from, span.to]))
    .filter((moment) => moment > now && moment < Infinity)
    .sort((a, b) => a - b);

  return moments.find((moment) => signatureOf(matchesAt(matches, moment)) !== current) ?? null;
}

function signatureOf(matches: readonly Match[]): string {
  const parts = matches.map((match) => `${keyOf(match)} ${match.to}`);

  return parts.sort().join('\n');
}

function keyOf(match: Match): string {
  return `${match.rule.id} ${match.fact.id}`;
}

/** Severest first, then in the order of the rules, the newest event first. */
function severestFirst(matches: readonly Match[], { rules, colours }: FactsInput): Match[] {
  const severity = (rule: RiskRule) => colourNamed(colours, rule.colour).severity;

  return [...matches].sort(
    (a, b) =>
      severity(b.rule) - severity(a.rule) ||
      rules.rules.indexOf(a.rule) - rules.rules.indexOf(b.rule) ||
      order(b.fact.date, a.fact.date) ||
      order(a.fact.id, b.fact.id),
  );
}

function order(one: string, other: string): number {
  if (one === other) {
    return 0;
  }

  return one < other ? -1 : 1;
}

function reasonOf({ rule, fact, to }: Match, feedRules: FeedRules): Reason {
  const feed = feedRules.find((item) => item.source === fact.source);
  const kind = feed?.kinds.find((item) => item.id === fact.kind);

  return {
    rule: rule.id,
    colour: rule.colour,
    factId: fact.id,
    batchId: fact.batchId,
    source: fact.source,
    sourceName: feed?.name ?? fact.source,
    kind: fact.kind,
    kindName: fact.label ?? kind?.name ?? fact.kind,
    date: fact.date,
    until: to === Infinity ? null : to,
    text: rule.reason,
    advice: rule.advice,
    appeal: rule.appeal,
  };
}
