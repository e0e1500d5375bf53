import type { Services } from '../../../context';
import { needsOf } from '../../../status/judgePersons';
import { judgeThese } from './judgeThese';

/**
 * Whoever was checked without network may have been where a level stands: judged anew as soon as it is told, when a rule
 * asks where people were. The scans are stored whatever comes of it; what fails is found by the daily run.
 */
export async function judgeLateScans(services: Services, personIds: readonly string[]): Promise<void> {
  const rules = await services.rules.at(services.clock.now());
  if (personIds.length === 0 || !needsOf(rules).regions) {
    return;
  }
  try {
    await judgeThese(services, [...new Set(personIds)]);
  } catch (error) {
    services.logger.error({ err: error }, 'late scans cannot be judged');
  }
}
