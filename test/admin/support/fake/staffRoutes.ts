import { paging } from '@anxing/contract/fields';
import { staffChange, staffCreate, type StaffMember } from '@anxing/contract/units';
import { z } from 'zod';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import { unitKindOf } from './fakePeople';
import type { FakeCall, FakeRoute } from './fakeRoute';

function find({ staff }: FakeHouse, id: string | undefined): StaffMember {
  const member = staff.find((one) => one.id === id);
  if (!member) {
    throw new FakeRefusal('not_found');
  }

  return member;
}

function add({ house, body }: FakeCall) {
  const input = checked(staffCreate, body);
  if (house.staff.some(({ phone }) => phone === input.phone)) {
    throw new FakeRefusal('phone_taken');
  }
  const member: StaffMember = {
    ...input,
    id: fakeId(3, house.staff.length + 1),
    active: true,
    mustChangePassword: true,
    lastSignInAt: null,
  };
  house.staff.unshift(member);

  return json({ staff: member, activation: { phone: member.phone, password: 'kite7-moss4-lamp9' } }, 201);
}

function change({ house, params, body }: FakeCall) {
  const member = find(house, params[0]);
  Object.assign(member, checked(staffChange, body));

  return json(member);
}

function reset({ house, params }: FakeCall) {
  const member = find(house, params[0]);
  member.mustChangePassword = true;

  return json({ phone: member.phone, password: 'reed2-wolf8-pine5' });
}

export const staffRoutes: FakeRoute[] = [
  {
    call: /^GET unit\/staff$/,
    handle({ house, query }) {
      const own = house.staff.filter(({ roles }) => unitKindOf(roles[0] ?? '') === 'government');

      return json(pageOf(own, checked(z.strictObject(paging), query)));
    },
  },
  {
    call: /^GET unit\/staff\/([\w-]+)$/,
    handle: ({ house, params }) => json(find(house, params[0])),
  },
  { call: /^POST unit\/staff$/, handle: add },
  { call: /^PATCH unit\/staff\/([\w-]+)$/, handle: change },
  { call: /^POST unit\/staff\/([\w-]+)\/reset$/, handle: reset },
];
