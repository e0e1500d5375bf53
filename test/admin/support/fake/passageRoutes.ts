import {
  passageExport,
  passageExportKind,
  passageItem,
  passageQuery,
  passerQuery,
  type PassageDetail,
  type Passer,
} from '@anxing/contract/passages';
import type { z } from 'zod';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { startFakeJob } from './jobRoutes';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

type Filters = Partial<z.output<typeof passageQuery>>;

const fever = 37.3;

function isWarm({ temperature }: PassageDetail, wanted: Filters['temperature']): boolean {
  if (!wanted || wanted === 'none') {
    return !wanted || temperature === null;
  }

  return temperature !== null && temperature >= fever === (wanted === 'fever');
}

function isOfWay({ kind, device }: PassageDetail, wanted: Filters['kind']): boolean {
  if (wanted === 'staff' || wanted === 'device') {
    return kind === 'scan' && (device !== null) === (wanted === 'device');
  }

  return wanted === undefined || kind === wanted;
}

/** Days are not looked at: all records are of the last hours. `name` finds nobody, as masked names hold none. */
function found({ passages }: FakeHouse, filters: Filters): PassageDetail[] {
  const { pointId, kind, direction, colour, decision, name, staffId, counted, temperature } = filters;

  return passages.filter(
    (passage) =>
      (!pointId || pointId.split(',').includes(passage.point.id)) &&
      isOfWay(passage, kind) &&
      (!direction || passage.direction === direction) &&
      (!colour || passage.colour === colour) &&
      (!decision || passage.decision === decision) &&
      (!staffId || passage.staffId === staffId) &&
      (!counted || String(passage.counted) === counted) &&
      isWarm(passage, temperature) &&
      !name,
  );
}

function pageOfPassages(
  fitting: readonly PassageDetail[],
  query: { cursor?: string | undefined; limit: number },
) {
  const page = pageOf(fitting, query);

  return json({
    items: page.items.map((passage) => passageItem.parse(passage)),
    next: page.next,
    ...(query.cursor === undefined ? { total: { count: fitting.length, isMore: false } } : {}),
  });
}

function list({ house, query }: FakeCall) {
  const asked = checked(passageQuery, query);

  return pageOfPassages(found(house, asked), asked);
}

function show({ house, params }: FakeCall) {
  const passage = house.passages.find(({ id }) => id === params[0]);
  if (!passage) {
    throw new FakeRefusal('not_found');
  }

  return json(passage);
}

function exportFile({ house, body }: FakeCall) {
  const { format, ...filters } = checked(passageExport, body);
  const title = `出入记录（${format === 'csv' ? 'CSV' : 'Excel'}）`;

  return json(
    startFakeJob(house, passageExportKind, title, found(house, filters).length, `出入记录.${format}`),
    202,
  );
}

function ofPerson({ passages }: FakeHouse, id: string | undefined): PassageDetail[] {
  const own = passages.filter(({ personId }) => personId === id);
  if (own.length === 0) {
    throw new FakeRefusal('not_found');
  }

  return own;
}

function person({ house, params: [id = ''] }: FakeCall) {
  const own = ofPerson(house, id);
  const [latest, earliest] = [own[0], own.at(-1)];
  const answer: Passer = {
    id,
    name: latest?.person ?? '',
    idType: 'resident',
    idNumber: latest?.idNumber ?? '',
    phone: latest?.phone ?? null,
    firstAt: earliest?.at ?? 0,
    lastAt: latest?.at ?? 0,
  };

  return json(answer);
}

export const passageRoutes: FakeRoute[] = [
  { call: /^GET unit\/passages$/, handle: list },
  { call: /^POST unit\/passages\/exports$/, handle: exportFile },
  { call: /^GET unit\/passages\/([\w-]+)$/, handle: show },
  { call: /^GET unit\/people\/([\w-]+)$/, handle: person },
  {
    call: /^GET unit\/people\/([\w-]+)\/passages$/,
    handle: ({ house, params, query }) =>
      pageOfPassages(ofPerson(house, params[0]), checked(passerQuery, query)),
  },
  {
    call: /^GET unit\/staff\/([\w-]+)\/passages$/,
    handle: ({ house, params, query }) =>
      pageOfPassages(found(house, { staffId: params[0] }), checked(passerQuery, query)),
  },
];
