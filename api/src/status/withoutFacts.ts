import { dayOf } from '../base/days';
import type { Services } from '../context';
import { judgeFacts, type FactsVerdict } from '../risk/judgeFacts';
import type { RiskRules } from '../risk/rules';
import { needsOf } from './judgePersons';
import { levelsOn } from './regionLevels';

/**
 * What the rules say of everybody of whom nothing is reported: most people, whom nobody has to judge one by one.
 * Undefined while it may count where somebody was.
 */
export async function verdictWithoutFacts(
  services: Services,
  { rules, now }: { rules: RiskRules; now: number },
): Promise<FactsVerdict | undefined> {
  const { feedRules, colours, config } = services;
  const { zone } = config.brand;
  if (needsOf(rules).regions) {
    const levels = await levelsOn(services, { day: dayOf(now, zone) });
    if (levels.raised.length > 0) {
      return undefined;
    }
  }

  return judgeFacts({ facts: [], rules, feedRules, colours, now, zone });
}
