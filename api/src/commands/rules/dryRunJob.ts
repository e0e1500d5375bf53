import { isRegionCondition } from '@anxing/contract/riskRules';
import { z } from 'zod';

import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import { defineJobKind } from '../../jobs/jobKind';
import { Person } from '../../models/person';
import { RuleVersion } from '../../models/ruleVersion';
import type { RiskRules } from '../../risk/rules';
import { judgeKnown, readKnown, type Known } from '../../status/judgePersons';
import { verdictWithoutFacts } from '../../status/withoutFacts';
import { readerOf } from '../../status/storedFacts';
import { turningLimit } from '../feeds/turning';
import { restAsLong } from '../risk/recompute/rest';
import { DryRunTally } from './dryRunTally';
import { peopleInTurn } from './peopleInTurn';
import { rulesOf } from './storedRules';

const peopleAtOnce = { sqlite: 15, mysql: 200 };
const sampleSize = 10_000;

/** What is tried, and how far it is. */
interface Trial {
  id: string;
  version: RuleVersion;
  scope: string;
}

async function findTrial({ database }: Services, id: string): Promise<Trial | undefined> {
  const [row] = await database.select(
    "SELECT version, scope FROM dry_runs WHERE id = ? AND state = 'running'",
    [id],
  );
  const version = row && (await RuleVersion.findOne({ where: { version: Number(row.version) } }));

  return version ? { id, version, scope: String(row?.scope) } : undefined;
}

function noteProgress({ database }: Services, id: string, done: number, total: number): Promise<void> {
  return database.write((tx) =>
    database.execute('UPDATE dry_runs SET done = ?, total = ? WHERE id = ?', [done, total, id], tx),
  );
}

async function end(services: Services, id: string, tally: DryRunTally, base: number): Promise<void> {
  const { database, clock } = services;
  const result = JSON.stringify({ ...tally.result(await turningLimit(services)), base });
  await database.write((tx) =>
    database.execute(
      "UPDATE dry_runs SET state = 'done', result = ?, finished_at = ?, done = ?, total = ? WHERE id = ?",
      [result, clock.now(), tally.people, tally.people, id],
      tx,
    ),
  );
}

/** Whether nothing follows by any of these rules for those of whom nothing is reported. */
async function followsFromFacts(services: Services, rules: RiskRules[], now: number): Promise<boolean> {
  const verdicts = await Promise.all(rules.map((one) => verdictWithoutFacts(services, { rules: one, now })));

  return verdicts.every((verdict) => verdict?.reasons.length === 0);
}

const dayMs = 86_400_000;

/** Now, and when a condition that counts only some days after its event has begun to: nobody's turn is left out. */
function momentsOf(rules: readonly RiskRules[], now: number): number[] {
  const conditions = rules.flatMap(({ rules: list }) => list.filter(({ enabled }) => enabled));
  const days = conditions.flatMap(({ when }) =>
    when.map((one) => (isRegionCondition(one) ? 0 : (one.minAgeDays ?? 0))),
  );

  return [...new Set([0, ...days])].sort((one, other) => one - other).map((day) => now + day * dayMs);
}

/** What is held against each other. */
interface Held {
  before: RiskRules;
  after: RiskRules;
  moments: readonly number[];
}

/** The verdicts at the first moment at which they differ in colour; at the first one if they never do. */
function firstDifference(services: Services, known: Known, id: string, { before, after, moments }: Held) {
  const pairs = moments.map((now) => ({
    before: judgeKnown(services, known, id, { rules: before, now }),
    after: judgeKnown(services, known, id, { rules: after, now }),
  }));
  const [first] = pairs;

  return pairs.find((pair) => pair.before.colour !== pair.after.colour) ?? first;
}

function takeAll(services: Services, tally: DryRunTally, known: Known, persons: Person[], held: Held): void {
  for (const person of persons.filter(({ id }) => !known.unreadable.has(id))) {
    const verdicts = firstDifference(services, known, person.id, held);
    if (verdicts) {
      tally.take(person, verdicts.before, verdicts.after);
    }
  }
}

/** Judges people by the rules in force and by others, and stores nothing but what it comes to. */
export const dryRunJob = defineJobKind({
  name: 'dryRun',
  ability: 'manageRules',
  input: z.strictObject({ id: z.uuid() }),
  async perform(services, { input, progress }) {
    const trial = await findTrial(services, input.id);
    if (!trial) {
      return undefined;
    }
    const now = services.clock.now();
    const [before, after] = [await services.rules.at(now), rulesOf(trial.version)];
    const total =
      trial.scope === 'everyone' ? await Person.count() : Math.min(sampleSize, await Person.count());
    const tally = new DryRunTally(services);
    const moments = momentsOf([before, after], now);
    const size = peopleAtOnce[services.database.dialect];
    const reader = readerOf(services.database);
    const notedEvery = size * 20;
    let began = performance.now();
    const isByFacts = await followsFromFacts(services, [before, after], now);
    const wanted = { size, most: total, scope: trial.scope, isByFacts };
    for await (const { persons, passed } of peopleInTurn(services, wanted)) {
      tally.people += passed;
      const known = await readKnown(services, reader, { persons, rules: [before, after], now });
      await breathe();
      takeAll(services, tally, known, persons, { before, after, moments });
      progress(tally.people, total);
      if (tally.people % notedEvery < passed) {
        await noteProgress(services, trial.id, tally.people, total);
      }
      await restAsLong(performance.now() - began);
      began = performance.now();
    }
    await end(services, trial.id, tally, before.version);

    return undefined;
  },
});
