import {
  appealAsk,
  appealDismissal,
  appealQuery,
  appealUphold,
  operatorAppealSummary,
  type AppealEvent,
  type OperatorAppeal,
} from '@anxing/contract/appeals';
import { fieldError } from '@anxing/contract/fieldErrors';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

function find({ risk }: FakeHouse, id: string | undefined): OperatorAppeal {
  const appeal = risk.appeals.find((one) => one.id === id);
  if (!appeal) {
    throw new FakeRefusal('not_found');
  }

  return appeal;
}

function list({ house, query }: FakeCall) {
  const { state, overdue, ...paged } = checked(appealQuery, query);
  const found = house.risk.appeals.filter(
    (appeal) => (!state || appeal.state === state) && (!overdue || appeal.isOverdue),
  );

  return json(
    pageOf(
      found.map((appeal) => operatorAppealSummary.parse(appeal)),
      paged,
    ),
  );
}

/** As whoever asks sees it. */
function show({ house, params }: FakeCall) {
  const appeal = find(house, params[0]);

  return json({ ...appeal, mayAnswer: appeal.mayAnswer && house.own().abilities.answerAppeals });
}

function note(house: FakeHouse, appeal: OperatorAppeal, kind: AppealEvent['kind'], text: string): void {
  appeal.events.push({ at: house.now, kind, text, pictures: [] });
}

function ask({ house, params, body }: FakeCall) {
  const appeal = find(house, params[0]);
  note(house, appeal, 'moreAsked', checked(appealAsk, body).text);
  appeal.state = 'needsMore';

  return json(appeal);
}

function dismiss({ house, params, body }: FakeCall) {
  const appeal = find(house, params[0]);
  note(house, appeal, 'dismissed', checked(appealDismissal, body).answer);
  Object.assign(appeal, { state: 'dismissed', mayAnswer: false, dueAt: null, closedAt: house.now });

  return json(appeal);
}

function uphold({ house, params, body }: FakeCall) {
  const { answer, evidenceNumber } = checked(appealUphold, body);
  const appeal = find(house, params[0]);
  if (!evidenceNumber && appeal.events.every(({ pictures }) => pictures.length === 0)) {
    throw new FakeRefusal('invalid_input', { fields: [fieldError('evidenceNumber', 'evidenceNeeded')] });
  }
  note(house, appeal, 'proposed', answer);
  Object.assign(appeal, { state: 'inApproval', mayAnswer: false, changeId: fakeId(20, 2) });

  return json(appeal);
}

export const appealRoutes: FakeRoute[] = [
  { call: /^GET operator\/appeals$/, handle: list },
  { call: /^GET operator\/appeals\/([\w-]+)$/, handle: show },
  { call: /^POST operator\/appeals\/([\w-]+)\/ask$/, handle: ask },
  { call: /^POST operator\/appeals\/([\w-]+)\/dismiss$/, handle: dismiss },
  { call: /^POST operator\/appeals\/([\w-]+)\/uphold$/, handle: uphold },
];
