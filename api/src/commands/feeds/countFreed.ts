import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import { nextRows, type RegisterRow } from './derive/openRegister';
import { isMeant, type Sealing } from './derive/residents';
import { spelledKeysOf } from './derive/sealPlaces';
import { nextSeals, sealsOf, type Ending, type Seal } from './endingSeals';

const homesAtOnce = 500;

/** People who live in what is sealed, and would not any more. */
export interface Freed {
  /** By the batch itself. */
  own: number;
  /** By batches before it. */
  earlier: number;
}

/** What becomes of somebody by the seals of the community: undefined when another one stays. */
function fateOf(home: RegisterRow, sealings: readonly Sealing<Seal>[]): keyof Freed | undefined {
  const meant = sealings.filter((sealing) => isMeant(home, sealing));
  const fates = new Set(meant.map(({ seal }) => seal.fate));
  if (home.subject === null || fates.has('stays') || fates.size === 0) {
    return undefined;
  }

  return fates.has('ends') ? 'own' : 'earlier';
}

async function countHomes(services: Services, seals: readonly Seal[], freed: Freed): Promise<void> {
  const spelledOf = await spelledKeysOf(services, seals);
  const sealings = seals.map((seal) => ({ seal, spelled: spelledOf(seal) }));
  const keys = sealings.flatMap(({ seal, spelled }) => [seal.matchKey, ...(spelled?.matchKeys ?? [])]);
  let place = { batch: 0, line: 0 };
  let isMore = keys.length > 0;
  while (isMore) {
    const homes = await nextRows(services.database, 'households', place, homesAtOnce, keys);
    const fates = homes.map((home) => fateOf(home, sealings));
    freed.own += fates.filter((fate) => fate === 'own').length;
    freed.earlier += fates.filter((fate) => fate === 'earlier').length;
    place = homes.at(-1) ?? place;
    isMore = homes.length === homesAtOnce;
    await breathe();
  }
}

/** Communities of a page in which a seal ends; one with several seals is met at its first. */
async function endingOf(services: Services, ending: Ending, page: readonly Seal[]): Promise<Seal[][]> {
  const byKey = await sealsOf(
    services,
    ending,
    page.map(({ matchKey }) => matchKey),
  );

  return [...byKey.values()].filter((seals) => {
    const first = seals.find(({ isOwn }) => isOwn);
    const isHere = page.some(({ batch, line }) => batch === first?.batch && line === first.line);

    return isHere && seals.some(({ fate }) => fate !== 'stays');
  });
}

/** How many people are freed when seals end, as far as no other seal is about them. Some communities are held at once. */
export async function countFreed(services: Services, ending: Ending): Promise<Freed> {
  const freed = { own: 0, earlier: 0 };
  let page = await nextSeals(services, ending, { batch: 0, line: 0 });
  let last = page.at(-1);
  while (last) {
    for (const seals of await endingOf(services, ending, page)) {
      await countHomes(services, seals, freed);
    }
    page = await nextSeals(services, ending, last);
    last = page.at(-1);
  }

  return freed;
}
