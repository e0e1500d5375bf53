import type { Services } from '../../../context';
import type { DerivedFact } from './contacts';
import { nextRows, type RegisterRow } from './openRegister';

const sealsAtOnce = 100;
const householdsAtOnce = 500;

type Home = Pick<RegisterRow, 'partKey' | 'position'>;

/** Where the building or the street of either is not known, it may be the one that is meant. */
export function isSealed(home: Home, seal: Home): boolean {
  const isBuilding = !home.partKey || !seal.partKey || home.partKey.equals(seal.partKey);
  const isStreet = home.position === null || seal.position === null || home.position === seal.position;

  return isBuilding && isStreet;
}

async function* peopleOf(services: Services, seal: RegisterRow): AsyncGenerator<DerivedFact[]> {
  let place = { batch: 0, line: 0 };
  for (;;) {
    const rows = await nextRows(services.database, 'households', place, householdsAtOnce, seal.matchKey);
    yield rows
      .filter((home) => isSealed(home, seal))
      .flatMap(({ subject }) => (subject === null ? [] : [residentOf(seal, subject)]));
    const last = rows.at(-1);
    if (!last || rows.length < householdsAtOnce) {
      return;
    }
    place = last;
  }
}

function residentOf({ date, validFrom, validUntil }: RegisterRow, subject: string): DerivedFact {
  return { subject, kind: 'resident', date, validFrom, validUntil };
}

/** People who live where a community is sealed, for as long as it is. In slices. */
export async function* derivedResidents(services: Services): AsyncGenerator<DerivedFact[]> {
  let place = { batch: 0, line: 0 };
  for (;;) {
    const seals = await nextRows(services.database, 'sealed', place, sealsAtOnce);
    for (const seal of seals) {
      yield* peopleOf(services, seal);
    }
    const last = seals.at(-1);
    if (!last || seals.length < sealsAtOnce) {
      return;
    }
    place = last;
  }
}
