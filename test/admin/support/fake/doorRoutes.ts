import type { Duty } from '@anxing/contract/duties';
import { revocationQuery } from '@anxing/contract/door';
import {
  feedbackRequest,
  lateScans,
  recentScanQuery,
  scanRequest,
  type FeedbackAnswer,
  type ScanAnswer,
  type ScanWant,
} from '@anxing/contract/scans';
import { dutyRequest, type Decision } from '@anxing/contract/visits';

import categories from '../../../../config/categories.json';
import colours from '../../../../config/colours.json';
import policy from '../../../../config/policy.json';
import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';
import { findPoint } from './pointRoutes';

interface Verdict {
  decision: Decision;
  why: string | null;
  wants: ScanWant[];
}

interface Seen {
  direction?: string | undefined;
  temperature?: number | undefined;
  mask?: boolean | undefined;
}

function decide(house: FakeHouse, pointId: string, colour: string, seen: Seen): Verdict {
  const of = colours.colours.find(({ name }) => name === colour);
  const { category } = findPoint(house, pointId);
  const asks = categories.find(({ id }) => id === category);
  if (seen.direction === 'out') {
    return { decision: 'allow', why: null, wants: [] };
  }
  if (of?.decision === 'stop') {
    return { decision: 'stop', why: `健康码为${of.label}，请配合工作人员`, wants: [] };
  }
  if ((seen.temperature ?? 0) >= policy.feverFrom) {
    return { decision: 'stop', why: `体温 ${seen.temperature?.toFixed(1)} ℃，达到或超过 37.3 ℃`, wants: [] };
  }
  const wants: ScanWant[] = [];
  if (asks?.temperature === 'required' && seen.temperature === undefined) {
    wants.push('temperature');
  }
  if (asks?.mask && seen.mask === undefined) {
    wants.push('mask');
  }
  const isUnknown = of?.decision === 'ask';

  return {
    decision: isUnknown || wants.length > 0 ? 'ask' : 'allow',
    why: isUnknown ? '健康码未知，请工作人员核验' : wants.length > 0 ? '请测量体温、查看口罩' : null,
    wants,
  };
}

function scan({ house, body }: FakeCall) {
  const input = checked(scanRequest, body);
  if (house.door.dutyAt !== input.pointId) {
    throw new FakeRefusal('duty_required');
  }
  const { object, colour = 'green', name = '李*', region = null } = house.door.recognise(input.object);
  const place = findPoint(house, input.pointId);
  const verdict = decide(house, place.id, colour, input);
  house.door.keep({ ...input, colour, decision: verdict.decision });
  const answer: ScanAnswer = {
    id: input.id,
    object,
    colour,
    ...verdict,
    person: { name, idNumber: '35*****034', district: '示例省 / 示例市 / 示例区' },
    place: { name: place.name, address: place.address },
    direction: input.direction,
    at: Date.now(),
    region,
    recent: [
      {
        at: Date.now() - 7_200_000,
        place: '示例百货东门',
        own: true,
        direction: 'in',
        decision: 'allow',
        temperature: 36.4,
        reason: '购物办事',
      },
    ],
    hasMore: house.door.hasMore,
  };

  return json(answer);
}

function tell({ house, params, body }: FakeCall) {
  const [id = ''] = params;
  const found = house.door.scans.get(id);
  if (!found) {
    throw new FakeRefusal('not_found');
  }
  const input = checked(feedbackRequest, body);
  house.door.feedback.push({ id, body: input });
  const { override } = input;
  const verdict: Verdict = override
    ? { decision: override.decision, why: null, wants: [] }
    : decide(house, found.pointId, found.colour, { ...input, direction: found.direction });
  found.decision = verdict.decision;

  return json({ id, ...verdict } satisfies FeedbackAnswer);
}

function readOn({ house: { door }, params: [id = ''], query }: FakeCall) {
  if (!door.scans.has(id)) {
    throw new FakeRefusal('not_found');
  }

  return json(pageOf(door.earlier, checked(recentScanQuery, query)));
}

function takeLate({ house, body }: FakeCall) {
  const { items } = checked(lateScans, body);
  const { door } = house;
  const answers = items.map((item) => {
    if (door.scans.has(item.id)) {
      return { id: item.id, taken: false, code: 'same_id_other_body' };
    }
    if (!door.late.some(({ id }) => id === item.id)) {
      door.late.push(item);
    }

    return { id: item.id, taken: true, code: null };
  });

  return json({ items: answers });
}

function start({ house, body }: FakeCall) {
  const { pointId, place = null } = checked(dutyRequest, body);
  if (house.door.dutyRefusal) {
    throw new FakeRefusal(house.door.dutyRefusal);
  }
  const { id, name, address } = findPoint(house, pointId);
  house.door.dutyAt = id;
  const duty: Duty = { id: fakeId(30, 1), point: { id, name, address }, place, since: Date.now() };

  return json(duty, 201);
}

export const doorRoutes: FakeRoute[] = [
  { call: /^POST unit\/duties$/, handle: start },
  { call: /^POST scans$/, handle: scan },
  { call: /^POST scans\/late$/, handle: takeLate },
  { call: /^POST scans\/([\w-]+)\/feedback$/, handle: tell },
  { call: /^GET scans\/([\w-]+)\/recent$/, handle: readOn },
  { call: /^GET door\/keys$/, handle: ({ house }) => json(house.door.keys(Date.now())) },
  {
    call: /^GET door\/revocations$/,
    handle({ house, query }) {
      checked(revocationQuery, query);

      return json(house.door.revocations(Date.now()));
    },
  },
];
