import { deliverFacts } from '../../../../api/src/commands/deliverFacts';
import { dayOf } from '../../../../api/src/base/days';
import type { Services } from '../../../../api/src/context';

/** One fact about somebody, delivered as its feed would deliver it. */
export async function buildFact(
  services: Services,
  idNumber: string,
  given: { source?: string; kind?: string; date?: string } = {},
): Promise<void> {
  const now = services.clock.now();
  await deliverFacts(services, {
    source: given.source ?? 'fever',
    submittedBy: 'test',
    facts: [
      {
        idType: 'resident',
        idNumber,
        kind: given.kind ?? 'clinicVisit',
        date: given.date ?? dayOf(now, services.config.brand.zone),
      },
    ],
  });
}
