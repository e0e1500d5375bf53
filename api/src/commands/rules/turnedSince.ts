import { isRegionCondition } from '@anxing/contract/riskRules';

import { breathe } from '../../base/breathe';
import { dayOf } from '../../base/days';
import { firstIdOf } from '../../base/ids';
import type { Services } from '../../context';
import type { RiskRules } from '../../risk/rules';
import { levelsOn } from '../../status/regionLevels';
import { gatherByLines } from '../feeds/countByLines';
import { kindsThatTurn } from '../feeds/turning';
import { clearPeopleIn, regionConditions } from '../regions/turnedByLevels';

function sourcesOf({ rules }: RiskRules): string[] {
  const conditions = rules.filter(({ enabled }) => enabled).flatMap(({ when }) => when);
  const sources = conditions.flatMap((one) => (isRegionCondition(one) ? [] : [one.source]));

  return [...new Set(sources)];
}

interface Since {
  source: string;
  kinds: string[];
  /** ms */
  since: number;
}

/** People with the clear colour of whom something came since; more than so many are not counted. */
async function reportedSince(
  services: Services,
  { source, kinds, since }: Since,
  enough: number,
): Promise<number> {
  const { database, colours } = services;
  const clear = { who: 'p.colour = ?', values: [colours.clear] };
  const batches = await database.read(
    'SELECT number FROM feed_batches WHERE source = ? AND in_force_at > ?',
    [source, since],
  );
  const people = new Set<string>();
  for (const { number } of batches) {
    await gatherByLines(services, { batch: Number(number), kinds, ...clear }, people, enough);
  }

  return people.size;
}

/** People with the clear colour who came themselves since, with what was known of them before. */
async function registeredSince(
  { database, colours }: Services,
  { source, kinds, since }: Since,
): Promise<number> {
  const [registered] = await database.read(
    'SELECT COUNT(DISTINCT p.id) AS count FROM persons p JOIN facts f ON f.subject_index = p.identity_index ' +
      'WHERE p.id > ? AND p.colour = ? AND f.source = ? AND f.closed_by IS NULL AND f.kind IN (?)',
    [firstIdOf(since), colours.clear, source, kinds],
  );

  return Number(registered?.count ?? 0);
}

/** People with the clear colour who were since then where a level stands that the rules ask for. */
async function stayedSince(services: Services, rules: RiskRules, since: number): Promise<number> {
  const asked = new Set(regionConditions(rules).flatMap(({ regionLevels }) => regionLevels));
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  const levels = await levelsOn(services, { day: today });
  const counts = (division: string) => asked.has(levels.of(division).level.id);

  return asked.size > 0 ? clearPeopleIn(services, { divisions: levels.raised, counts }, since) : 0;
}

/**
 * At most how many people more than a trial has found would lose the clear colour now: of whom something came since, and
 * who registered since. Whoever is in several sources counts in each.
 * @param asked since when: ms when the trial began; of a source more than so many are not counted
 */
export async function turnedSince(
  services: Services,
  rules: RiskRules,
  { since, enough }: { since: number; enough: number },
): Promise<number> {
  let count = 0;
  for (const source of sourcesOf(rules)) {
    const wanted = { source, kinds: kindsThatTurn(rules, source), since };
    count += (await reportedSince(services, wanted, enough)) + (await registeredSince(services, wanted));
    await breathe();
  }

  return count + (await stayedSince(services, rules, since));
}
