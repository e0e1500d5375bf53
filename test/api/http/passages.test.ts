import { passageItem } from '@anxing/contract/passages';

import { dayOf, startOfDay } from '../../../api/src/base/days';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/passages';

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

async function idsOf(auth: Auth, query: object = {}): Promise<string[]> {
  const { body } = await list(auth, query).expect(200);

  return body.items.map(({ id }: { id: string }) => id);
}

async function venue() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });

  return { ...viewer, point: await buildPoint(api.services, { unit: viewer.unit }) };
}

describe('the list', () => {
  test('is of the own unit, newest first, with masked names', async () => {
    const { auth, point } = await venue();
    const older = await buildPassage(api.services, { point, values: { at: Date.now() - 60_000 } });
    const newer = await buildPassage(api.services, { point, values: { direction: 'out' } });
    await buildPassage(api.services);
    const { body } = await list(auth).expect(200);

    expect(body.items.map((item: unknown) => passageItem.parse(item))).toEqual(body.items);
    expect(body).toMatchObject({
      items: [
        { id: newer.passage.id, direction: 'out', at: newer.passage.at },
        { id: older.passage.id, kind: 'visit', point: { id: point.id, name: point.name } },
      ],
      next: null,
    });
    expect(body.items[1].person).toBe(`***${older.visitor.name.at(-1)}`);
    expect(JSON.stringify(body)).not.toContain(older.visitor.name);
  });

  test('narrows by kind, direction, colour, decision and point', async () => {
    const { auth, unit, staff, point } = await venue();
    const gate = await buildPoint(api.services, { unit, parent: point });
    const scan = { kind: 'scan', staffId: staff.id, decision: 'stop', why: '体温偏高' } as const;
    const one = (await buildPassage(api.services, { point: gate, values: scan })).passage.id;
    const two = (await buildPassage(api.services, { point, values: { colour: 'orange', decision: 'ask' } }))
      .passage.id;
    const three = (await buildPassage(api.services, { point, values: { direction: 'out' } })).passage.id;

    expect(await idsOf(auth, { kind: 'scan' })).toEqual([one]);
    expect(await idsOf(auth, { direction: 'out' })).toEqual([three]);
    expect(await idsOf(auth, { colour: 'orange' })).toEqual([two]);
    expect(await idsOf(auth, { decision: 'stop' })).toEqual([one]);
    expect(await idsOf(auth, { decision: 'stop', colour: 'orange' })).toEqual([]);
    expect(await idsOf(auth, { pointId: gate.id })).toEqual([one]);
    expect((await idsOf(auth, { pointId: point.id })).sort()).toEqual([one, two, three].sort());
  });

  test('days are days of the configured zone, both included', async () => {
    const { auth, point } = await venue();
    const { zone } = api.services.config.brand;
    const today = dayOf(Date.now(), zone);
    const midnight = startOfDay(today, zone);
    const yesterday = dayOf(midnight - 1, zone);
    const last = (await buildPassage(api.services, { point, values: { at: midnight - 1 } })).passage.id;
    const first = (await buildPassage(api.services, { point, values: { at: midnight } })).passage.id;

    expect(await idsOf(auth, { from: today })).toEqual([first]);
    expect(await idsOf(auth, { to: yesterday })).toEqual([last]);
    expect(await idsOf(auth, { from: yesterday, to: today })).toEqual([first, last]);
    expect(await idsOf(auth, { from: yesterday, to: yesterday })).toEqual([last]);
  });

  test('a person is found by the full name, in the own unit', async () => {
    const { auth, point } = await venue();
    const person = await buildPerson(api.services);
    const { passage } = await buildPassage(api.services, { point, person });
    await buildPassage(api.services, { point });
    await buildPassage(api.services, { person });

    expect(await idsOf(auth, { name: person.name })).toEqual([passage.id]);
    expect(await idsOf(auth, { name: person.name.slice(0, 2) })).toEqual([]);
  });

  test('pages are stable while people come in, also within one millisecond', async () => {
    const { auth, point } = await venue();
    const at = Date.now() - 1_000;
    const person = await buildPerson(api.services);
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      made.push((await buildPassage(api.services, { point, person, values: { at } })).passage.id);
    }
    const first = await list(auth, { limit: 3, kind: 'visit' }).expect(200);
    await buildPassage(api.services, { point });
    const second = await list(auth, { limit: 3, kind: 'visit', cursor: first.body.next }).expect(200);
    await buildPassage(api.services, { point });
    const third = await list(auth, { limit: 3, kind: 'visit', cursor: second.body.next }).expect(200);

    const seen = [first, second, third].flatMap(({ body }) => body.items as { id: string }[]);
    expect(seen.map(({ id }) => id)).toEqual(made.sort().reverse());
    expect(third.body.next).toBeNull();
  });

  test('a cursor of other filters, or none at all, is refused', async () => {
    const { auth, point } = await venue();
    const stranger = await venue();
    await buildPassage(api.services, { point });
    await buildPassage(api.services, { point });
    const { next } = (await list(auth, { limit: 1 }).expect(200)).body;
    const wrong = { cursor: 'Unknown page position' };

    expect(faultsOf(await list(auth, { cursor: next, kind: 'visit' }).expect(400))).toEqual(wrong);
    expect(faultsOf(await list(stranger.auth, { cursor: next }).expect(400))).toEqual(wrong);
    for (const cursor of ['x', '', 'WyJ4Il0', Buffer.from('["x",1,2]').toString('base64url')]) {
      expect(faultsOf(await list(auth, { cursor }).expect(400))).toEqual(wrong);
    }
  });

  test('wrong questions are all named', async () => {
    const { auth } = await venue();
    const foreign = await buildPoint(api.services);
    const shapes = await list(auth, {
      from: '2026-02-30',
      to: 'today',
      pointId: 'x',
      kind: 'walk',
      direction: 'up',
      decision: 'perhaps',
      name: '',
      limit: 101,
      offset: 20,
    }).expect(400);
    expect(Object.keys(faultsOf(shapes))).toEqual([
      'decision',
      'direction',
      'from',
      'kind',
      'limit',
      'name',
      'offset',
      'pointId',
      'to',
    ]);
    const ages = await list(auth, { from: '0001-01-01', to: '9999-12-31' }).expect(400);
    expect(Object.keys(faultsOf(ages))).toEqual(['from', 'to']);
    expect(faultsOf(await list(auth, { from: '2026-02-02', to: '2026-02-01' }).expect(400))).toEqual({
      to: 'The range ends before it begins',
    });
    const unknown = await list(auth, { pointId: foreign.id, colour: 'pink' }).expect(400);
    expect(Object.keys(faultsOf(unknown))).toEqual(['colour', 'pointId']);
  });

  test('every look is audited with its filters, never with the name', async () => {
    const { auth, unit, staff } = await venue();
    await list(auth, { kind: 'scan', name: '某某人' }).expect(200);
    const events = await auditEvents(api.services, unit.id);
    expect(events.at(-1)).toMatchObject({
      actor: `staff:${staff.id}`,
      action: 'passages.list',
      details: { filters: { kind: 'scan' }, byName: true, count: 0 },
    });
    expect(JSON.stringify(events)).not.toContain('某某人');
  });

  test('who stands in a list reads that the unit looked, once an hour and for each purpose', async () => {
    const { auth, point } = await venue();
    const person = await buildPerson(api.services);
    await buildPassage(api.services, { point, person });
    await list(auth, {}).expect(200);
    await list(auth, {}).expect(200);
    await list(auth, { name: person.name }).expect(200);

    const resident = await signIn(api.services, person);
    const { body } = await api.request.get('/api/v1/me/accesses').set(resident).expect(200);
    const purposes = body.items.map(({ purpose }: { purpose: string }) => purpose);
    expect(purposes).toEqual(['按姓名查询出入记录', '浏览出入记录']);
  });

  test('only who reads passages', () => expectOnlyFor(api, (auth) => list(auth), ['guard', 'clerk']));
});
