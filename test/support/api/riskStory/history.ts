import type { RiskRule } from '@anxing/contract/riskRules';
import fc from 'fast-check';

import { dayOf } from '../../../../api/src/base/days';
import { newId } from '../../../../api/src/base/ids';
import { deliverFacts } from '../../../../api/src/commands/deliverFacts';
import { startRecompute } from '../../../../api/src/commands/risk/startRecompute';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { RuleVersion } from '../../../../api/src/models/ruleVersion';
import { system } from '../factories/buildUnit';
import { anyTold, peopleCount } from './anyTold';
import { numbered, type Numbered } from './deliverAll';
import type { RiskStage } from './riskStage';

const hourMs = 3_600_000;

interface Decision {
  person: number;
  kind: string;
  days: number;
}

/** What is told, what two people decide, which rules are in force, and how much time passes. */
export interface Step {
  delivery: Numbered;
  hours: number;
  decided: Decision | null;
  withdrawn: Omit<Decision, 'days'> | null;
  rules: RulesName | null;
}

const decisions = ['set.orange', 'lift.manual', 'lift.fever', 'lift.contacts', 'lift.sealed', 'lift.cases'];

type Rules = readonly RiskRule[];

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
};
export type RulesName = keyof typeof otherRules;

/** Every delivery with what else happens after it. */
export const anySteps: fc.Arbitrary<Step[]> = anyTold.chain((told) => {
  const deliveries = numbered(told);
  const person = fc.nat(peopleCount - 1);
  const kind = fc.constantFrom(...decisions);
  const more = fc.record({
    hours: fc.constantFrom(0, 0, 1, 7, 30, 80),
    decided: fc.option(fc.record({ person, kind, days: fc.constantFrom(1, 5) }), { freq: 1 }),
    withdrawn: fc.option(fc.record({ person, kind }), { freq: 1 }),
    rules: fc.option(fc.constantFrom(...(Object.keys(otherRules) as RulesName[])), { freq: 1 }),
  });

  return fc.tuple(...deliveries.map((delivery) => more.map((rest) => ({ delivery, ...rest }))));
});

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
    validUntil: now + days * 24 * hourMs,
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
