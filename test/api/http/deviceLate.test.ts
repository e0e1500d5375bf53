import { limits } from '@anxing/contract/limits';

import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { passOf } from '../../support/api/door';
import { buildDevice, type BuiltDevice } from '../../support/api/factories/buildDevice';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let gate: BuiltDevice;

beforeAll(async () => {
  api = await startApi();
  gate = await buildDevice(api);
});

afterAll(() => api.close());

const path = '/device/scans/late';
const minuteMs = 60_000;

/** A passage that the gate decided, some minutes ago. */
function lateScan({ person }: BuiltPerson, minutesAgo: number, given: object = {}) {
  const at = api.clock.now() - minutesAgo * 60_000;
  const reference = Buffer.from(person.codeReference ?? '', 'hex');
  const object = issuePersonalCode(api.services.codeKeys.current, { reference, colour: 1, now: at });

  return { id: checkInId(at), object, decision: 'allow', ...given };
}

test('passages come in their order and count once, however often they are sent', async () => {
  const people = await Promise.all([buildPerson(api.services), buildPerson(api.services)]);
  const items = people.map((person, at) => lateScan(person, 30 - at));
  const first = await gate.client.post(path, { items }).expect(200);
  expect(first.body.items).toEqual(items.map(({ id }) => ({ id, taken: true, code: null })));
  expect((await gate.client.post(path, { items }).expect(200)).body).toEqual(first.body);
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 2, came: 2, inside: 2 });
  const [row] = await api.services.database.select('SELECT late, staff_id, device_id FROM passages');
  expect(Number(row?.late)).toBe(1);
  expect(row?.staff_id).toBeNull();
  expect(row?.device_id).not.toBeNull();
});

test('a gate that opened against the rules of its place: a mask nobody could look for', async () => {
  const point = await buildPoint(api.services, { values: { category: 'school' } });
  const { client } = await buildDevice(api, { point });
  const person = await buildPerson(api.services);
  const items = [lateScan(person, 9, { temperature: 36.4 }), lateScan(person, 8)];
  await client.post(path, { items }).expect(200);
  const rows = await api.services.database.select(
    'SELECT decision, why FROM passages WHERE point_id = ? ORDER BY at',
    [Buffer.from(point.id.replaceAll('-', ''), 'hex')],
  );
  expect(rows).toMatchObject([
    { decision: 'allow', why: null },
    { decision: 'allow', why: '断网时放行，与规则不符：未测量体温' },
  ]);
});

test('a gate that opened for a pass that was void by then, and for those that were not', async () => {
  const { client, point } = await buildDevice(api);
  const person = await buildPerson(api.services);
  const changedAt = api.clock.now() - 20 * minuteMs;
  await person.person.update({ colourSince: changedAt });
  const shown = (minutesAgo: number, agoMinutes: number) => {
    const shift = -minutesAgo * minuteMs;

    return lateScan(person, minutesAgo, {
      object: passOf(api, person, { shift, agoMs: agoMinutes * minuteMs }),
      temperature: 36.4,
    });
  };
  const items = [shown(30, 10), shown(15, 30), shown(10, 5)];
  const { body } = await client.post(path, { items }).expect(200);
  expect(body.items).toEqual(items.map(({ id }) => ({ id, taken: true, code: null })));
  const rows = await api.services.database.select(
    'SELECT decision, why FROM passages WHERE point_id = ? ORDER BY at',
    [Buffer.from(point.id.replaceAll('-', ''), 'hex')],
  );
  expect(rows).toMatchObject([
    { decision: 'allow', why: null },
    { decision: 'allow', why: '断网时放行，与规则不符：离线通行码当时已作废' },
    { decision: 'allow', why: null },
  ]);
});

test('one that is wrong does not concern the others', async () => {
  const person = await buildPerson(api.services);
  const items = [
    lateScan(person, 10, { object: '123456789010' }),
    lateScan(person, limits.checkInPastHours * 60 + 5),
    lateScan(person, 5),
  ];
  const { body } = await gate.client.post(path, { items }).expect(200);
  expect(body.items.map(({ taken }: { taken: boolean }) => taken)).toEqual([false, false, true]);
  expect(body.items[1].code).toBe('id_out_of_time');
});

test('what is refused of late passages is counted for the unit, by cause', async () => {
  const built = await buildDevice(api);
  const person = await buildPerson(api.services);
  const items = [lateScan(person, 5, { object: 'AX1:x' }), lateScan(person, 5, { object: 'AX1:y' })];
  const { body } = await built.client.post(path, { items }).expect(200);
  await api.services.deviceNotes.flush();
  const rows = await api.services.database.select(
    'SELECT cause, refused FROM device_refusals WHERE device_id = ?',
    [built.device.id],
  );

  expect(rows.map(({ cause, refused }) => [cause, Number(refused)])).toEqual([[body.items[0].code, 2]]);
});

test('needs items, and a signature', async () => {
  expect(Object.keys(faultsOf(await gate.client.post(path, { items: [] }).expect(400)))).toEqual(['items']);
  const many = Array.from({ length: limits.lateScans + 1 }, () => ({
    id: checkInId(),
    object: 'x',
    decision: 'allow',
  }));
  expect(Object.keys(faultsOf(await gate.client.post(path, { items: many }).expect(400)))).toEqual(['items']);
  const unsigned = await api.request.post(`/api/v1${path}`).send({ items: [] }).expect(401);
  expect(codeOf(unsigned)).toBe('signature_missing');
});
