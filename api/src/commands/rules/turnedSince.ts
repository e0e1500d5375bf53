import { isRegionCondition } from '@anxing/contract/riskRules';

import { breathe } from '../../base/breathe';
import { dayOf } from '../../base/days';
import { firstIdOf } from '../../base/ids';
import type { Services } from '../../context';
import type { RiskRules } from '../../risk/rules';
import { levelsOn } from '../../status/regionLevels';
import type { Scene } from '../../storage/scene';
import { kindsThatTurn } from '../feeds/turning';
import { clearPeopleIn, regionConditions } from '../regions/turnedByLevels';

function sourcesOf({ rules }: RiskRules): string[] {
  const conditions = rules.filter(({ enabled }) => enabled).flatMap(({ when }) => when);
  const sources = conditions.flatMap((one) => (isRegionCondition(one) ? [] : [one.source]));

  return [...new Set(sources)];
}

/** People with the clear colour of whom something came since, or who came themselves. */
async function countOf(
  { database, colours }: Services,
  scene: Scene,
  { source, kinds, since }: { source: string; kinds: string[]; since: number },
): Promise<number> {
  const [reported] = await database.select(
    'SELECT COUNT(DISTINCT p.id) AS count FROM feed_batches b JOIN facts f ON f.batch = b.number ' +
      'JOIN persons p ON p.identity_index = f.subject_index ' +
      'WHERE b.source = ? AND b.in_force_at > ? AND f.closed_by IS NULL AND f.kind IN (?) AND p.colour = ?',
    [source, since, kinds, colours.clear],
    scene.tx,
  );
  const [registered] = await database.select(
    'SELECT COUNT(DISTINCT p.id) AS count FROM persons p JOIN facts f ON f.subject_index = p.identity_index ' +
      'WHERE p.id > ? AND p.colour = ? AND f.source = ? AND f.closed_by IS NULL AND f.kind IN (?)',
    [firstIdOf(since), colours.clear, source, kinds],
    scene.tx,
  );

  return Number(reported?.count ?? 0) + Number(registered?.count ?? 0);
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
 * @param since ms when the trial began
 */
export async function turnedSince(
  services: Services,
  scene: Scene,
  rules: RiskRules,
  since: number,
): Promise<number> {
  let count = 0;
  for (const source of sourcesOf(rules)) {
    count += await countOf(services, scene, { source, kinds: kindsThatTurn(rules, source), since });
    await breathe();
  }

  return count + (await stayedSince(services, rules, since));
}
