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
}

function after(id: string, limit: number): Promise<Person[]> {
  return Person.findAll({ where: { id: { [Op.gt]: id } }, order: ['id'], limit });
}

async function* everybody(size: number): AsyncGenerator<Person[]> {
  let last = '';
  for (;;) {
    const persons = await after(last, size);
    if (persons.length > 0) {
      yield persons;
    }
    if (persons.length < size) {
      return;
    }
    last = persons.at(-1)?.id ?? '';
  }
}

/** So many places from the first registration to now, evenly spread: at each some of those who came then. */
async function* spread({ clock }: Services, size: number, most: number): AsyncGenerator<Person[]> {
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
      yield fresh;
    }
  }
}

/** People in slices, everyone or a sample. */
export function peopleInTurn(
  services: Services,
  { size, most, scope }: PeopleWanted,
): AsyncGenerator<Person[]> {
  return scope === 'everyone' ? everybody(size) : spread(services, size, most);
}
