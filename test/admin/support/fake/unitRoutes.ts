import { creditCodeChecks } from '@anxing/contract/creditCode';
import { fieldError } from '@anxing/contract/fieldErrors';
import { unitChange, unitCreate, unitQuery, type Unit } from '@anxing/contract/units';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

function list({ house, query }: FakeCall) {
  const { q, kind, ...paged } = checked(unitQuery, query);
  const found = house.units.filter(
    (unit) => (!q || unit.name.includes(q) || unit.creditCode.includes(q)) && (!kind || unit.kind === kind),
  );

  return json(pageOf(found, paged));
}

function create({ house, body }: FakeCall) {
  const { owner, creditCodeConfirmed, ...input } = checked(unitCreate, body);
  if (!creditCodeChecks(input.creditCode) && !creditCodeConfirmed) {
    throw new FakeRefusal('invalid_input', { fields: [fieldError('creditCode', 'creditCode.checksum')] });
  }
  const unit: Unit = {
    ...input,
    id: fakeId(4, house.units.length + 1),
    active: true,
    points: 0,
    createdAt: house.now,
  };
  house.units.unshift(unit);

  return json({ unit, activation: { phone: owner.phone, password: 'lake3-fern6-gold1' } }, 201);
}

function change({ house, params, body }: FakeCall) {
  const unit = house.units.find(({ id }) => id === params[0]);
  if (!unit) {
    throw new FakeRefusal('not_found');
  }
  Object.assign(unit, checked(unitChange, body));

  return json(unit);
}

export const unitRoutes: FakeRoute[] = [
  { call: /^GET operator\/units$/, handle: list },
  { call: /^POST operator\/units$/, handle: create },
  { call: /^PATCH operator\/units\/([\w-]+)$/, handle: change },
  {
    call: /^POST operator\/units\/([\w-]+)\/reset-owner$/,
    handle: () => json({ phone: '13800001001', password: 'star5-leaf2-rain8' }),
  },
];
