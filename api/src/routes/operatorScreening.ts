import { z } from 'zod';

import { day, pageOf } from '@anxing/contract/fields';
import { screeningBoard, screeningPerson, screeningQuery } from '@anxing/contract/screening';

import { InvalidInput } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { lookAtPeople } from '../commands/lookAtPeople';
import type { Services } from '../context';
import { Person } from '../models/person';
import { presentScreeningGroup, presentScreeningPerson } from '../presenters/screening';
import type { ScreeningGroup } from '../risk/screening/screeningRules';
import { listedPeople, screeningCounts, type ListedPerson } from '../status/screeningLists';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([day, z.uuid()]);

/** @throws InvalidInput for a group that there is not */
function groupsOf({ screening: { groups } }: Services, id: string | undefined): readonly ScreeningGroup[] {
  const wanted = id === undefined ? groups : groups.filter((group) => group.id === id);
  if (wanted.length === 0) {
    throw new InvalidInput({ group: 'choice' });
  }

  return wanted;
}

/** Who of a list has registered, by the index of the document. */
async function registered(listed: readonly ListedPerson[]): Promise<Map<string, Person>> {
  const identityIndex = [...new Set(listed.map(({ subject }) => subject))];
  const persons = await Person.findAll({ where: { identityIndex } });

  return new Map(persons.map((person) => [person.identityIndex, person]));
}

const board = defineRoute({
  method: 'get',
  path: '/operator/screening',
  summary: 'The groups that are to be tested, with how many are listed, never tested, due soon and overdue',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  answer: screeningBoard,
  async handle({ services }) {
    const counts = await screeningCounts(services);
    const times = [...counts.values()].map(({ asOf }) => asOf);

    return {
      groups: services.screening.groups.map((group) => presentScreeningGroup(group, counts.get(group.id))),
      asOf: times.length === 0 ? null : Math.max(...times),
    };
  },
});

const people = defineRoute({
  method: 'get',
  path: '/operator/screening/people',
  summary:
    'Who is to be tested by when, masked, the longest due first; each look is recorded, and they read of it',
  access: staffWho('readRisk'),
  personalData: 'masked',
  limit: allowances.reading,
  query: screeningQuery,
  answer: pageOf(screeningPerson),
  async handle({ services, origin, query: { cursor, limit, group, state }, now }) {
    const scope = { group: group ?? '', state: state ?? '' };
    const groups = groupsOf(services, group);
    const [dueOn, id] = readCursor(scope, cursor, listKey) ?? [];
    const after = dueOn !== undefined && id !== undefined ? { dueOn, id } : undefined;
    const rows = await listedPeople(services, { groups, state, after, limit: limit + 1, now });
    const { items, next } = cutPage(rows, limit, scope, (row) => [row.dueOn, row.id]);
    const persons = await registered(items);
    const details = { group: group ?? null, state: state ?? null, count: items.length };
    await lookAtPeople(services, origin, 'screening', [...persons.values()], details);

    return {
      items: items.map((row) => presentScreeningPerson(services, row, persons.get(row.subject), now)),
      next,
    };
  },
});

export const operatorScreeningRoutes: Route[] = [board, people];
