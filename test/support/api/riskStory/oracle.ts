import {
  fullSources,
  type StorySource,
  type Told,
  type ToldAbout,
  type ToldHome,
  type ToldJourney,
  type ToldSeal,
} from './told';

/** A reason in the fewest words; `day` and `until` are days of the story. */
export interface PlainReason {
  rule: string;
  kind: string;
  day: number;
  /** The last day on which it counts; null without an end. */
  until: number | null;
}

/** Days on which somebody counts as a contact or as ill, after the day itself. */
const counted = 14;
const rowsAround = 3;

type Whole = Record<StorySource, object[]>;

/** What is left when everything was told: lists replace each other, and withdrawals take away what says the same. */
function leftOf(told: Told): Whole {
  const left = new Map<StorySource, Map<string, object>>();
  for (const { source, rows } of told) {
    const known = fullSources.includes(source) ? new Map<string, object>() : (left.get(source) ?? new Map());
    for (const { operation, ...row } of rows) {
      if (operation === 'add') {
        known.set(JSON.stringify(row), row);
      } else {
        known.delete(JSON.stringify(row));
      }
    }
    left.set(source, known);
  }
  const of = (source: StorySource) => [...(left.get(source)?.values() ?? [])];

  return {
    cases: of('cases'),
    contacts: of('contacts'),
    fever: of('fever'),
    medicine: of('medicine'),
    tests: of('tests'),
    arrivals: of('arrivals'),
    journeys: of('journeys'),
    households: of('households'),
    sealed: of('sealed'),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function reason(rule: string, { kind, ago, until }: ToldAbout, days: number | null): PlainReason {
  return { rule, kind, day: 0 - ago, until: earlier(until, days === null ? null : days - ago) };
}

/** What is told of people directly, rule by rule. */
function direct(whole: Whole): (PlainReason & { person: number })[] {
  const from = (
    source: StorySource,
    rule: string,
    days: number | null,
    isMeant: (row: ToldAbout) => boolean = () => true,
  ) =>
    (whole[source] as ToldAbout[])
      .filter(isMeant)
      .map((row) => ({ person: row.person, ...reason(rule, row, days) }));

  return [
    ...from('cases', 'cases', null),
    ...from('contacts', 'contacts', counted),
    ...from('arrivals', 'arrivals', counted, ({ kind }) => kind !== 'abnormal'),
    ...from('arrivals', 'arrivals', null, ({ kind }) => kind === 'abnormal'),
    ...from('fever', 'fever', counted),
    ...from('medicine', 'medicine', counted, ({ kind }) => kind === 'purchase'),
    ...from('tests', 'positiveTest', counted, ({ kind }) => kind === 'nucleicPositive'),
  ];
}

function isNear(one: ToldJourney, other: ToldJourney): boolean {
  const isSame = one.kind === other.kind && one.vehicle === other.vehicle && one.ago === other.ago;
  const isTrain = one.kind === 'train';
  const isApart = isTrain && one.carriage !== other.carriage;
  const isCarriageUnknown = isTrain && (one.carriage === null || other.carriage === null);
  const isRowUnknown = one.row === null || other.row === null;
  const isAnywhere = one.kind === 'coach' || isCarriageUnknown || (isRowUnknown && !isApart);

  return isSame && (isAnywhere || (!isApart && Math.abs(Number(one.row) - Number(other.row)) <= rowsAround));
}

/** Who travelled with somebody who is ill. */
function fellowTravellers(whole: Whole): (PlainReason & { person: number })[] {
  const journeys = whole.journeys as ToldJourney[];
  const withIt = journeys.filter(({ person, ago }) =>
    (whole.cases as ToldAbout[]).some(
      (ill) =>
        ill.person === person && ago <= ill.ago + counted && (ill.until === null || 0 - ago <= ill.until),
    ),
  );

  return journeys
    .filter((one) => withIt.some((ill) => ill.person !== one.person && isNear(ill, one)))
    .map(({ person, kind, ago }) => ({
      person,
      ...reason('contacts', { person, kind, ago, until: null }, counted),
    }));
}

function neighbours(whole: Whole): (PlainReason & { person: number })[] {
  return (whole.sealed as ToldSeal[]).flatMap((seal) =>
    (whole.households as ToldHome[])
      .filter(
        ({ community, building }) =>
          community === seal.community &&
          (seal.building === null || building === null || seal.building === building),
      )
      .map(({ person }) => ({
        person,
        rule: 'sealed',
        kind: 'resident',
        day: 0 - seal.ago,
        until: seal.until,
      })),
  );
}

/**
 * Why somebody has not the clear colour on a day, read from everything that was told without any of the program's own
 * code, as slowly as one likes.
 * @param day counted from the first day of the story
 */
export function plainReasons(told: Told, person: number, day: number): PlainReason[] {
  const whole = leftOf(told);
  const all = [...direct(whole), ...fellowTravellers(whole), ...neighbours(whole)]
    .filter((one) => one.person === person && one.day <= day && (one.until === null || day <= one.until))
    .map(({ rule, kind, day: since, until }) => ({ rule, kind, day: since, until }));

  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** In an order that everybody has. */
export function inOrder(reasons: readonly PlainReason[]): PlainReason[] {
  return [...reasons].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
