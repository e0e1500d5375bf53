import { liftsOfRule } from '@anxing/contract/riskRules';

import type {
  Appeal as AppealAnswer,
  AppealSummary,
  OperatorAppeal,
  OperatorAppealSummary,
} from '@anxing/contract/appeals';

import type { Services } from '../context';
import { contestedRules, readContested, type Appeal } from '../models/appeal';
import { AppealEvent, type AppealEventKind } from '../models/appealEvent';
import { Override, untilOf } from '../models/override';
import { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import type { RiskRules } from '../risk/rules';
import type { Status } from '../status/currentStatus';
import { evidenceById, idsOf, linesOf } from './evidence';
import { maskIdNumber, maskName } from './mask';

/** @param now ms */
export function presentAppealSummary(appeal: Appeal, now: number): AppealSummary {
  const { id, state, submittedAt, dueAt, closedAt } = appeal;

  return {
    id,
    state,
    reasons: readContested(appeal),
    submittedAt,
    dueAt,
    isOverdue: dueAt !== null && dueAt < now,
    closedAt,
  };
}

/** What the operator says to the second person: the person reads it when it is approved. */
const inside: readonly AppealEventKind[] = ['proposed'];

async function eventsOf(
  { vault }: Services,
  { id: appealId }: Appeal,
  reader: 'person' | 'operator',
): Promise<AppealAnswer['events']> {
  const events = await AppealEvent.findAll({ where: { appealId }, order: ['id'] });
  const files = await evidenceById(events.flatMap(({ pictures }) => idsOf(pictures)));

  return events.map((event) => {
    const isHidden = reader === 'person' && inside.includes(event.kind);

    return {
      at: event.at,
      kind: event.kind,
      text: isHidden ? null : openField(vault, 'appeal_events', 'text', event, event.text),
      pictures: linesOf(event.pictures, files),
    };
  });
}

/** Until when it lifts what it lifts, once it is upheld. */
async function liftOf({ state, changeId }: Appeal): Promise<AppealAnswer['lift']> {
  const override = state === 'upheld' && changeId ? await Override.findOne({ where: { changeId } }) : null;

  return override && { until: untilOf(override) };
}

/** Until when the contested rules that still count would go on by themselves. */
function endsOf(appeal: Appeal, { reasons }: Status): OperatorAppeal['ends'] {
  const byRule = contestedRules(appeal).map((rule) => ({
    rule,
    ends: reasons.filter((reason) => reason.rule === rule).map(({ until }) => until ?? Infinity),
  }));

  return byRule
    .filter(({ ends }) => ends.length > 0)
    .map(({ rule, ends }) => ({ rule, last: Math.max(...ends) }))
    .map(({ rule, last }) => ({ rule, until: last === Infinity ? null : last }));
}

/** An appeal as the person who made it reads it. @param now ms */
export async function presentOwnAppeal(
  services: Services,
  appeal: Appeal,
  now: number,
): Promise<AppealAnswer> {
  return {
    ...presentAppealSummary(appeal, now),
    events: await eventsOf(services, appeal, 'person'),
    lift: await liftOf(appeal),
  };
}

function maskedPerson({ vault }: Services, person: Person | undefined): OperatorAppealSummary['person'] {
  return person
    ? {
        name: maskName(openField(vault, 'persons', 'name', person, person.name)),
        idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
      }
    : { name: '*', idNumber: '*' };
}

/** Appeals in the operator's list, persons masked. @param now ms */
export async function presentOperatorAppeals(
  services: Services,
  appeals: readonly Appeal[],
  now: number,
): Promise<OperatorAppealSummary[]> {
  const persons = await Person.findAll({ where: { id: appeals.map(({ personId }) => personId) } });
  const byId = new Map(persons.map((person) => [person.id, person]));

  return appeals.map((appeal) => ({
    ...presentAppealSummary(appeal, now),
    person: maskedPerson(services, byId.get(appeal.personId)),
  }));
}

function liftsIn({ rules }: RiskRules, id: string): string[] {
  const found = rules.find((rule) => rule.id === id);

  return found ? liftsOfRule(found) : [];
}

export interface AppealView {
  person: Person;
  /** The person's present one. */
  status: Status;
  mayAnswer: boolean;
  /** Those in force. */
  rules: RiskRules;
  /** ms */
  now: number;
}

/** One appeal for the operator: a look at the person. */
export async function presentOperatorAppeal(
  services: Services,
  appeal: Appeal,
  { person, status, mayAnswer, rules, now }: AppealView,
): Promise<OperatorAppeal> {
  const present = new Set(status.reasons.map(({ rule }) => rule));

  return {
    ...presentAppealSummary(appeal, now),
    events: await eventsOf(services, appeal, 'operator'),
    lift: await liftOf(appeal),
    person: maskedPerson(services, person),
    colour: status.colour,
    stillCounting: contestedRules(appeal).filter((rule) => present.has(rule)),
    ends: endsOf(appeal, status),
    lifts: contestedRules(appeal).map((id) => ({ rule: id, kinds: liftsIn(rules, id) })),
    changeId: appeal.changeId,
    mayAnswer,
  };
}
