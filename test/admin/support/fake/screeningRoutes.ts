import { screeningQuery, type ScreeningGroup, type ScreeningPerson } from '@anxing/contract/screening';

import config from '../../../../config/feeds.json';
import screening from '../../../../config/screening.json';
import { checked, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeRoute } from './fakeRoute';

const dayMs = 86_400_000;

const kinds = config.feeds.find(({ source }) => source === 'screening')?.kinds ?? [];

function groups(): ScreeningGroup[] {
  return screening.groups.map(({ duty, ...group }, index) => ({
    ...group,
    name: kinds.find(({ id }) => id === group.id)?.name ?? '',
    duty: duty === 'required' ? 'required' : 'sampled',
    listed: index === 7 ? 0 : 12_480 - index * 937,
    neverTested: index % 3 === 0 ? 31 : 0,
    soon: index === 7 ? 0 : 840 - index * 55,
    overdue: index % 2 === 0 ? 57 : 0,
  }));
}

const states = ['overdue', 'overdue', 'soon', 'onTime'] as const;

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Forty people of two groups, every fifth of them not registered, every fourth never tested. */
function people(now: number): ScreeningPerson[] {
  const [medical, students] = ['medicalStaff', 'returningStudents'].map((id) =>
    groups().find((group) => group.id === id),
  );

  return Array.from({ length: 40 }, (_, index) => {
    const isRegistered = index % 5 !== 4;
    const group = index % 4 === 1 ? students : medical;

    return {
      id: fakeId(29, index + 1),
      name: isRegistered ? `*${['小雨', '建国', '敏', '志远'][index % 4]}` : null,
      idNumber: isRegistered ? `35*****${String(100 + index)}` : null,
      group: group?.id ?? '',
      groupName: group?.name ?? '',
      duty: group?.duty ?? 'required',
      listedOn: dayOf(now - 40 * dayMs),
      lastTestAt: index % 4 === 0 ? null : now - (12 - index / 4) * dayMs,
      dueOn: dayOf(now + (index / 4 - 5) * dayMs),
      state: states[index % 4] ?? 'onTime',
    };
  });
}

export const screeningRoutes: FakeRoute[] = [
  {
    call: /^GET operator\/screening$/,
    handle: ({ house }) => json({ groups: groups(), asOf: house.now - 600_000 }),
  },
  {
    call: /^GET operator\/screening\/people$/,
    handle({ house, query }) {
      const { group, state, ...paged } = checked(screeningQuery, query);
      const found = people(house.now)
        .filter((person) => group === undefined || person.group === group)
        .filter(
          (person) =>
            state === undefined || (state === 'never' ? person.lastTestAt === null : person.state === state),
        );

      return json(pageOf(found, paged));
    },
  },
];
