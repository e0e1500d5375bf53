import { deliverFacts } from '../../../../api/src/commands/deliverFacts';
import { dayOf } from '../../../../api/src/base/days';
import type { Services } from '../../../../api/src/context';
import { buildPerson, type BuiltPerson } from './buildPerson';

/** A delivery about many people at once. */
export async function deliverAbout(services: Services, people: readonly BuiltPerson[]): Promise<void> {
  const date = dayOf(services.clock.now(), services.config.brand.zone);
  await deliverFacts(services, {
    source: 'fever',
    submittedBy: 'test',
    facts: people.map(({ idNumber }) => ({
      idType: 'resident' as const,
      idNumber,
      kind: 'clinicVisit',
      date,
    })),
  });
}

export async function buildPeople(services: Services, count: number): Promise<BuiltPerson[]> {
  const people: BuiltPerson[] = [];
  for (let i = 0; i < count; i += 1) {
    people.push(await buildPerson(services));
  }

  return people;
}
