import type { RiskRule } from '@anxing/contract/riskRules';
import fc from 'fast-check';

import { addDays, dayOf, startOfDay } from '../../../../api/src/base/days';
import { newId } from '../../../../api/src/base/ids';
import { deliverFacts } from '../../../../api/src/commands/deliverFacts';
import { judgeLateScans } from '../../../../api/src/commands/risk/recompute/judgeLateScans';
import { judgeRegionScans } from '../../../../api/src/commands/risk/recompute/regionScans';
import { startRecompute } from '../../../../api/src/commands/risk/startRecompute';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { RuleVersion } from '../../../../api/src/models/ruleVersion';
import { preparePassageDays } from '../../../../api/src/passages/passageDays';
import { buildPassage } from '../factories/buildPassage';
import { buildPoint } from '../factories/buildPoint';
import { buildRegionLevel } from '../factories/buildRegionLevel';
import { system } from '../factories/buildUnit';
import { anyTold, peopleCount } from './anyTold';
import { numbered, type Numbered } from './deliverAll';
import type { RiskStage } from './riskStage';

const hourMs = 3_600_000;

interface Decision {
  person: number;
  kind: string;
  /** Null: it ends with the records that it lifts. */
  days: number | null;
}

/** What is told, what two people decide, which rules are in force, and how much time passes. */
export interface Step {
  delivery: Numbered;
  hours: number;
  decided: Decision | null;
  withdrawn: Omit<Decision, 'days'> | null;
  rules: RulesName | null;
  scanned: Scanned | null;
  raised: Raised | null;
}

/** Somebody is checked in a county, or told of hours later. */
interface Scanned {
  person: number;
  county: number;
  proof: 'code' | 'number';
  isLate: boolean;
}

/** A level of a county from today on, for some days or until further notice. */
interface Raised {
  county: number;
  level: 'none' | 'cluster' | 'community';
  days: number | null;
}

const counties = ['350103', '350104'];

const decisions = [
  'set.orange',
  'lift.manual',
  'lift.fever',
  'lift.contacts',
  'lift.sealed',
  'lift.cases',
  'lift.regions',
];

type Rules = readonly RiskRule[];

const fromRaised: RiskRule = {
  id: 'regions',
  enabled: true,
  colour: 'orange',
  when: [{ regionLevels: ['community'], days: 5 }],
  reason: '到过疫情区',
  advice: '请居家观察。',
  appeal: '可以申诉。',
  exemptions: [
    { source: 'override', kinds: ['lift.regions'], daysAfter: 0, maxAgeDays: null, onlyIfKnown: true },
  ],
};

/** Rules that may follow those of the configuration. */
const otherRules = {
  configured: (rules: Rules) => rules,
  withoutContacts: (rules: Rules) => rules.map((rule) => ({ ...rule, enabled: rule.id !== 'contacts' })),
  forTheOld: (rules: Rules) => rules.map((rule) => ({ ...rule, ages: { from: 50, to: null } })),
  short: (rules: Rules) =>
    rules.map((rule) => ({
      ...rule,
      when: rule.when.map((one) => ('source' in one ? { ...one, lasts: { days: 3 }, minAgeDays: 1 } : one)),
    })),
  reversed: (rules: Rules) => rules.toReversed(),
  withRegions: (rules: Rules) => [...rules, fromRaised],
};
export type RulesName = keyof typeof otherRules;

/** Every delivery with what else happens after it. */
export const anySteps: fc.Arbitrary<Step[]> = anyTold.chain((told) => {
  const deliveries = numbered(told);
  const person = fc.nat(peopleCount - 1);
  const kind = fc.constantFrom(...decisions);
  const county = fc.nat(counties.length - 1);
  const anyRules = fc.constantFrom(...(Object.keys(otherRules) as RulesName[]));
  const more = fc.record({
    hours: fc.constantFrom(0, 0, 1, 7, 30, 80),
    decided: fc.option(fc.record({ person, kind, days: fc.constantFrom(1, 5, null) }), { freq: 2 }),
    withdrawn: fc.option(fc.record({ person, kind }), { freq: 2 }),
    rules: fc.option(fc.oneof(anyRules, fc.constant('withRegions' as const)), { freq: 2 }),
    scanned: fc.option(
      fc.record({
        person,
        county,
        proof: fc.constantFrom('code' as const, 'number' as const),
        isLate: fc.boolean(),
      }),
      { freq: 2 },
    ),
    raised: fc.option(
      fc.record({
        county,
        level: fc.constantFrom(
          'none' as const,
          'cluster' as const,
          'community' as const,
          'community' as const,
        ),
        days: fc.constantFrom(null, 1, 4),
      }),
      { freq: 2 },
    ),
  });

  return fc.tuple(...deliveries.map((delivery) => more.map((rest) => ({ delivery, ...rest }))));
});

/** A lift may end with the records that it lifts, a colour that is set never does. */
function endOf(kind: string, days: number | null, now: number): number | null {
  if (days === null && kind !== 'set.orange') {
    return null;
  }

  return now + (days ?? 5) * 24 * hourMs;
}

/** Facts as two people decide them, without the two people. */
export async function decide(stage: RiskStage, { decided, withdrawn }: Step): Promise<void> {
  const { clock, services } = stage.api;
  const now = clock.now();
  const subjectOf = (person: number) => stage.people[person]?.person.identityIndex ?? '';
  const date = dayOf(now, services.config.brand.zone);
  const facts = (decided ? [decided] : []).map(({ person, kind, days }) => ({
    subjectIndex: subjectOf(person),
    kind,
    date,
    validFrom: now,
    validUntil: endOf(kind, days, now),
  }));
  const withdraws = withdrawn
    ? { withdraws: { subjectIndexes: [subjectOf(withdrawn.person)], kinds: [withdrawn.kind] } }
    : {};
  await deliverFacts(services, { source: 'override', submittedBy: 'test', facts, ...withdraws });
}

/** Puts other rules in force, as an approved version does it. */
export async function changeRules(services: Services, name: RulesName): Promise<void> {
  const version = 1 + Number(await RuleVersion.max('version'));
  await writeAs(services, system, async (scene) => {
    await createBy(RuleVersion, scene, {
      id: newId(scene.now),
      version,
      state: 'approved',
      comment: name,
      rules: JSON.stringify(otherRules[name](services.riskRules.rules)),
      createdAt: scene.now,
      approvedAt: scene.now,
      takesForceAt: scene.now,
    });
    await startRecompute(services, scene, { cause: 'rules', subject: String(version) });
  });
}

/** Somebody is checked by staff; who stands there tells it at once, or when there is network again. */
export async function checkThere(stage: RiskStage, { scanned }: Step): Promise<void> {
  if (!scanned) {
    return;
  }
  const { services, clock } = stage.api;
  await preparePassageDays(services.database, services.config.brand.zone, clock.now());
  const person = stage.people[scanned.person];
  const at = clock.now() - (scanned.isLate ? 3 * hourMs : 0);
  const point = await buildPoint(services, { values: { division: counties[scanned.county] ?? '' } });
  const { proof } = scanned;
  const values = { kind: 'scan' as const, at, receivedAt: clock.now(), proof, id: newId(at) };
  await buildPassage(services, { ...(person ? { person } : {}), point, values });
  if (scanned.isLate) {
    await judgeLateScans(services, [person?.person.id ?? '']);
  } else {
    await judgeRegionScans.perform(services);
  }
}

/** A level as two people set it, without the two people. */
export async function raise(stage: RiskStage, { raised }: Step): Promise<void> {
  if (!raised) {
    return;
  }
  const { services, clock } = stage.api;
  const { zone } = services.config.brand;
  const fromDay = dayOf(clock.now(), zone);
  const untilDay = raised.days === null ? null : addDays(fromDay, raised.days);
  await buildRegionLevel(services, {
    division: counties[raised.county] ?? '',
    level: raised.level,
    fromDay,
    untilDay,
  });
  await writeAs(services, system, async (scene) => {
    const cause = { cause: 'regions', subject: newId(scene.now) } as const;
    await startRecompute(services, scene, cause);
    if (untilDay !== null) {
      await startRecompute(services, scene, { ...cause, dueAt: startOfDay(untilDay, zone) });
    }
  });
}
