import { changeApproval, changeQuery, changeRefusal, type Change } from '@anxing/contract/changes';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

/** As the one who asks sees it. */
function seen({ signedIn }: FakeHouse, change: Change): Change {
  const isMine = change.proposedBy.name === signedIn?.name;
  const isApprover = signedIn?.roles.includes('approver') ?? false;

  return { ...change, isMine, mayDecide: change.state === 'waiting' && isApprover && !isMine };
}

function find({ risk: { changes } }: FakeHouse, id: string | undefined): Change {
  const found = changes.find((one) => one.id === id);
  if (!found) {
    throw new FakeRefusal('not_found');
  }

  return found;
}

function list({ house, query }: FakeCall) {
  const { state, kind, ...paged } = checked(changeQuery, query);
  const found = house.risk.changes.filter(
    (change) => (!state || change.state === state) && (!kind || change.kind === kind),
  );

  return json(
    pageOf(
      found.map((change) => seen(house, change)),
      paged,
    ),
  );
}

function end(house: FakeHouse, change: Change, state: Change['state'], note: string | null) {
  const { staff, unit } = house.own();
  Object.assign(change, {
    state,
    note,
    decidedBy: { name: staff.name, unit: unit.name },
    decidedAt: house.now,
  });

  return json(seen(house, change));
}

function decide({ house, params: [id, verdict], body }: FakeCall) {
  const change = find(house, id);
  const { isMine } = seen(house, change);
  if (change.state !== 'waiting') {
    throw new FakeRefusal('change_decided');
  }
  if (verdict === 'withdraw') {
    return end(house, change, 'withdrawn', null);
  }
  if (isMine) {
    throw new FakeRefusal('change_own');
  }
  if (verdict === 'approve') {
    return end(house, change, 'approved', checked(changeApproval, body).note ?? null);
  }

  return end(house, change, 'rejected', checked(changeRefusal, body).note);
}

export const changeRoutes: FakeRoute[] = [
  { call: /^GET operator\/changes$/, handle: list },
  {
    call: /^GET operator\/changes\/waiting$/,
    handle: ({ house }) =>
      json({ count: house.risk.changes.filter(({ state }) => state === 'waiting').length }),
  },
  {
    call: /^GET operator\/changes\/([\w-]+)$/,
    handle: ({ house, params }) => json(seen(house, find(house, params[0]))),
  },
  { call: /^POST operator\/changes\/([\w-]+)\/(approve|reject|withdraw)$/, handle: decide },
];
