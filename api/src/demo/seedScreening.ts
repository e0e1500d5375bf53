import { addDays, dayOf } from '../base/days';
import { deliverFacts, type ReportedFact } from '../commands/deliverFacts';
import { followScreening } from '../commands/screening/followScreening';
import type { Services } from '../context';
import { screeningSource } from '../risk/screening/screeningRules';
import { demoListed } from './demoPeople';

const dayMs = 86_400_000;
const since = 30;

function listings(today: string): ReportedFact[] {
  return demoListed.map(({ idNumber, group, from = since }) => ({
    idType: 'resident',
    idNumber,
    kind: group,
    date: addDays(today, -from),
  }));
}

function tests(now: number, zone: string): ReportedFact[] {
  return demoListed.flatMap(({ idNumber, testedDaysAgo }) => {
    if (testedDaysAgo === undefined) {
      return [];
    }
    const sampledAt = now - testedDaysAgo * dayMs;
    const date = dayOf(sampledAt, zone);

    return [{ idType: 'resident', idNumber, kind: 'nucleicNegative', date, validFrom: sampledAt }];
  });
}

/** Some people who have to be tested again and again: in time, soon, overdue, never. */
export async function seedScreening(services: Services): Promise<void> {
  const { clock, config } = services;
  const { zone } = config.brand;
  const now = clock.now();
  const list = { source: screeningSource, submittedBy: '示例市卫生健康局' };
  await deliverFacts(services, { ...list, facts: listings(dayOf(now, zone)) });
  await deliverFacts(services, {
    source: 'tests',
    submittedBy: '示例市疾病预防控制中心',
    facts: tests(now, zone),
  });
  await followScreening.perform(services);
}
