import { Op } from 'sequelize';

import { firstIdOf } from '../../base/ids';
import type { Services } from '../../context';
import { Person } from '../../models/person';

/** How people are gone through. */
export interface PeopleWanted {
  /** At once. */
  size: number;
  /** Altogether. */
  most: number;
  /** 'everyone', or a sample from all over the time in which they registered. */
  scope: string;
  /** Whoever has no facts is only counted: nothing follows for them. */
  isByFacts: boolean;
}

/** The next people. */
export interface PeoplePart {
  persons: Person[];
  /** How many this is past: those who are only counted too. */
  passed: number;
}

/** Of so many times as many people most have no facts. */
const passedForEach = 10;

function after(id: string, limit: number): Promise<Person[]> {
  return Person.findAll({ where: { id: { [Op.gt]: id } }, order: ['id'], limit });
}

async function* everybody(size: number): AsyncGenerator<PeoplePart> {
  let last = '';
  for (;;) {
    const persons = await after(last, size);
    if (persons.length > 0) {
      yield { persons, passed: persons.length };
    }
    if (persons.length < size) {
      return;
    }
    last = persons.at(-1)?.id ?? '';
  }
}

const factsOfPage =
  'SELECT p.id, EXISTS (SELECT 1 FROM facts f WHERE f.subject_index = p.identity_index) AS reported ' +
  'FROM persons p WHERE p.id > ? ORDER BY p.id LIMIT ?';

async function* withFacts({ database }: Services, size: number): AsyncGenerator<PeoplePart> {
  const pageSize = size * passedForEach;
  let last = '';
  for (;;) {
    const page = await database.read(factsOfPage, [last, pageSize]);
    const ids = page.filter(({ reported }) => Number(reported) === 1).map(({ id }) => String(id));
    yield { persons: await Person.findAll({ where: { id: ids }, order: ['id'] }), passed: page.length };
    if (page.length < pageSize) {
      return;
    }
    last = String(page.at(-1)?.id);
  }
}

/** So many places from the first registration to now, evenly spread: at each some of those who came then. */
async function* spread({ clock }: Services, size: number, most: number): AsyncGenerator<PeoplePart> {
  const first = await Person.min<number | null, Person>('createdAt');
  const begin = Number(first ?? 0);
  const places = Math.ceil(most / size);
  const step = (clock.now() - begin) / places;
  const seen = new Set<string>();
  for (let place = 0; place < places; place += 1) {
    const persons = await after(firstIdOf(begin + Math.floor(place * step)), size);
    const fresh = persons.filter(({ id }) => !seen.has(id));
    fresh.forEach(({ id }) => seen.add(id));
    if (fresh.length > 0) {
      yield { persons: fresh, passed: fresh.length };
    }
  }
}

/** People in slices, everyone or a sample. */
export function peopleInTurn(
  services: Services,
  { size, most, scope, isByFacts }: PeopleWanted,
): AsyncGenerator<PeoplePart> {
  if (scope !== 'everyone') {
    return spread(services, size, most);
  }

  return isByFacts ? withFacts(services, size) : everybody(size);
}
