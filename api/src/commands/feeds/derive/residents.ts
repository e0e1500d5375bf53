import type { Services } from '../../../context';
import type { SpelledKeys } from '../../../risk/feedRows/placeKeys';
import type { DerivedFact } from './contacts';
import { nextRows, type RegisterRow } from './openRegister';
import { noteMatches, spelledKeysOf, type SealMatch } from './sealPlaces';

const sealsAtOnce = 100;
const householdsAtOnce = 500;

type Home = Pick<RegisterRow, 'partKey' | 'position'>;

/** Where the building or the street of either is not known, it may be the one that is meant. */
export function isSealed(home: Home, seal: Home): boolean {
  const isBuilding = !home.partKey || !seal.partKey || home.partKey.equals(seal.partKey);
  const isStreet = home.position === null || seal.position === null || home.position === seal.position;

  return isBuilding && isStreet;
}

/** A sealed community, and under which keys else homes in it may be on record. */
export interface Sealing<S extends Home = Home> {
  seal: S;
  spelled: SpelledKeys | undefined;
}

/** @param home of the community, by any of its keys */
export function isMeant(home: RegisterRow, { seal, spelled }: Sealing): boolean {
  const { matchKey, partKey } = home;
  // In the right street, by a spelling of the building that is tried last: it takes many keys.
  const mayBeSpelled = partKey !== null && isSealed({ ...home, partKey: null }, seal);

  return isSealed(home, seal) || (mayBeSpelled && spelled?.isBuilding({ matchKey, partKey }) === true);
}

function residentOf({ date, validFrom, validUntil }: RegisterRow, subject: string): DerivedFact {
  return { subject, kind: 'resident', date, validFrom, validUntil };
}

async function* residentsOf(services: Services, sealing: Sealing<RegisterRow>): AsyncGenerator<string[]> {
  const { seal, spelled } = sealing;
  const keys = [seal.matchKey, ...(spelled?.matchKeys ?? [])];
  let place = { batch: 0, line: 0 };
  for (;;) {
    const rows = await nextRows(services.database, 'households', place, householdsAtOnce, keys);
    yield rows
      .filter((home) => isMeant(home, sealing))
      .flatMap(({ subject }) => (subject === null ? [] : [subject]));
    const last = rows.at(-1);
    if (!last || rows.length < householdsAtOnce) {
      return;
    }
    place = last;
  }
}

/** People of some seals; how many each found is noted behind them. */
async function* peopleOf(services: Services, seals: readonly RegisterRow[]): AsyncGenerator<DerivedFact[]> {
  const spelledOf = await spelledKeysOf(services, seals);
  const matches: SealMatch[] = [];
  for (const seal of seals) {
    const people = new Set<string>();
    for await (const subjects of residentsOf(services, { seal, spelled: spelledOf(seal) })) {
      subjects.forEach((subject) => people.add(subject));
      yield subjects.map((subject) => residentOf(seal, subject));
    }
    matches.push({ seal, people: people.size });
  }
  await noteMatches(services, matches);
}

/** People who live where a community is sealed, for as long as it is. In slices. */
export async function* derivedResidents(services: Services): AsyncGenerator<DerivedFact[]> {
  let place = { batch: 0, line: 0 };
  for (;;) {
    const seals = await nextRows(services.database, 'sealed', place, sealsAtOnce);
    yield* peopleOf(services, seals);
    const last = seals.at(-1);
    if (!last || seals.length < sealsAtOnce) {
      return;
    }
    place = last;
  }
}
