import { limits } from '@anxing/contract/limits';

import type { Point } from '../../../api/src/models/point';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { cardOf, codeOf, openDoor, passOf, scan, type Door } from '../../support/api/door';
import { buildDuty } from '../../support/api/factories/buildDuty';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import {
  lateAnswers,
  lateRows,
  lateScan,
  sendLate,
  type LateMore,
  type SignedIn,
} from '../../support/api/lateScans';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

const hourMs = 3_600_000;
const [unknown, orange] = [0, 2];

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const send = (door: SignedIn, items: object[]) => sendLate(api, door, items);
const answersTo = (door: SignedIn, items: object[]) => lateAnswers(api, door, items);
const rowsOf = (door: Door) => lateRows(api, door);
const late = (person: BuiltPerson, agoMs: number, more?: LateMore) => lateScan(api, person, agoMs, more);

test('what was let in without network is recorded as of then, once', async () => {
  const door = await openDoor(api);
  const [one, other] = [await buildPerson(api.services), await buildPerson(api.services)];
  const items = [
    late(one, 3 * hourMs),
    late(one, 2 * hourMs, { direction: 'out' }),
    late(other, hourMs, { temperature: 36.5 }),
  ];
  expect(await answersTo(door, items)).toEqual(['taken', 'taken', 'taken']);
  const again = await Promise.all([answersTo(door, items), answersTo(door, [...items].reverse())]);
  expect(again.flat()).toEqual(Array(6).fill('taken'));

  const rows = await rowsOf(door);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ colour: 'green', decision: 'allow', late: 1 });
  expect(api.clock.now() - (rows[0]?.at ?? 0)).toBeGreaterThan(2.9 * hourMs);
  expect(await countsOf(api.services, door.point.id)).toMatchObject({ came: 2, went: 1, inside: 1 });
});

test('the colour is the one that was signed, and one that stops was never let in', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  await buildFact(api.services, person.idNumber);
  const items = [
    late(person, 3 * hourMs),
    late(person, 2 * hourMs, { colour: orange }),
    late(person, hourMs, { colour: unknown, decision: 'stop' }),
    late(person, hourMs / 2, { decision: 'stop', temperature: 38 }),
  ];
  expect(await answersTo(door, items)).toEqual(Array(4).fill('taken'));
  expect(await rowsOf(door)).toMatchObject([
    { colour: 'green', decision: 'allow', why: null },
    { colour: 'orange', decision: 'stop', why: expect.stringContaining('橙码') },
    { colour: 'unknown', decision: 'stop', why: expect.stringContaining('未知') },
    { colour: 'green', decision: 'stop', why: expect.stringContaining('38.0') },
  ]);
});

test('passes are taken where the policy takes them', async () => {
  const person = await buildPerson(api.services);
  const pass = () => ({
    id: checkInId(api.clock.now() - hourMs),
    object: passOf(api, person, { agoMs: 5 * hourMs, shift: -hourMs }),
    decision: 'allow',
  });
  expect(await answersTo(await openDoor(api), [pass()])).toEqual(['taken']);
  expect(await answersTo(await openDoor(api, { category: 'medical' }), [pass()])).toEqual(['pass_not_taken']);
});

test('clocks that differ as much as verifiers bear with are borne with here', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const shown = [-9_000, 68_000, -20_000, 80_000];
  const items = shown.map((shownMs, i) => late(person, (i + 1) * hourMs, { shownMs }));
  expect(await answersTo(door, items)).toEqual(['taken', 'taken', 'code_not_yet_valid', 'code_expired']);
});

test('one bad item does not concern the others', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const good = late(person, hourMs);
  const forged = late(person, hourMs);
  const at = 4 + 24;
  const colourByte = forged.object[at] === 'B' ? 'C' : 'B';
  const items = [
    { ...forged, object: `${forged.object.slice(0, at)}${colourByte}${forged.object.slice(at + 1)}` },
    { ...late(person, hourMs), object: codeOf(api, person) },
    { ...late(person, hourMs), object: person.person.number ?? '' },
    { ...late(person, hourMs), object: await cardOf(api, person) },
    { ...late(person, hourMs), reason: 'because' },
    late(person, 73 * hourMs),
    late(person, -hourMs),
    good,
    { ...good, mask: false },
  ];
  expect(await answersTo(door, items)).toEqual([
    'code_forged',
    'code_not_yet_valid',
    'late_needs_network',
    'late_needs_network',
    'invalid_input',
    'id_out_of_time',
    'id_out_of_time',
    'taken',
    'same_id_other_body',
  ]);
  expect(await rowsOf(door)).toHaveLength(1);
});

test('a late one and one that is made now stand beside each other', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  await scan(api, door, codeOf(api, person)).expect(200);
  expect(await answersTo(door, [late(person, hourMs)])).toEqual(['taken']);
  expect(await countsOf(api.services, door.point.id)).toMatchObject({ rows: 2, inside: 1 });
});

describe('only of a duty that was open there then', () => {
  /** Hours ago. */
  const spans = [
    { since: 10, until: 8 },
    { since: 5, until: null },
  ];

  async function door() {
    const point = await buildPoint(api.services);
    const unit = { id: point.unitId } as never;
    const guard = await signedInStaff(api.services, { unit, roles: ['guard'], points: [point] });

    return { point, guard, auth: guard.auth };
  }

  function dutyAt({ guard: { staff } }: Awaited<ReturnType<typeof door>>, point: Point, values: object) {
    return buildDuty(api.services, { staff, point, values });
  }

  const hoursAgo = (hours: number | null) => (hours === null ? null : api.clock.now() - hours * hourMs);

  test('ended or not; the clock of a door may be off by some minutes', async () => {
    const own = await door();
    for (const { since, until } of spans) {
      await dutyAt(own, own.point, { since: hoursAgo(since), until: hoursAgo(until) });
    }
    const person = await buildPerson(api.services);
    const slack = (limits.dutyClockMinutes - 1) / 60;
    const more = (limits.dutyClockMinutes + 1) / 60;
    const inside = [10 + slack, 9, 8 - slack, 5 + slack, 1];
    const outside = [10 + more, 7, 5 + more];
    const items = [...inside, ...outside].map((hours) => late(person, hours * hourMs));
    expect(await answersTo(own, items)).toEqual([
      ...inside.map(() => 'taken'),
      ...outside.map(() => 'late_off_duty'),
    ]);
  });

  test('not of a duty elsewhere, nor of a colleague’s', async () => {
    const own = await door();
    const elsewhere = await buildPoint(api.services, { unit: { id: own.point.unitId } as never });
    await dutyAt(own, elsewhere, { since: hoursAgo(5) });
    await guardOnDuty(api.services, own.point);
    const items = [late(await buildPerson(api.services), hourMs)];
    expect(await answersTo(own, items)).toEqual(['late_off_duty']);
  });

  test('whose colour ended it could not hear of it without network', async () => {
    const own = await door();
    await dutyAt(own, own.point, { since: hoursAgo(30), until: hoursAgo(20), endedBy: 'colour' });
    const person = await buildPerson(api.services);
    const items = [25, 15, 20 - limits.dutyUnheardHours - 1].map((hours) => late(person, hours * hourMs));
    expect(await answersTo(own, items)).toEqual(['taken', 'taken', 'late_off_duty']);
  });

  test('a repeat is known, and what is refused leaves nothing', async () => {
    const own = await openDoor(api);
    const person = await buildPerson(api.services);
    const item = late(person, hourMs);
    expect(await answersTo(own, [item])).toEqual(['taken']);
    await api.request.delete('/api/v1/unit/duties/current').set(own.auth).expect(204);
    expect(await answersTo(own, [item, late(person, 1)])).toEqual(['taken', 'taken']);
    api.clock.advance(hourMs);
    const auth = await signIn(api.services, own.guard);
    expect(await answersTo({ ...own, auth }, [late(person, 60_000)])).toEqual(['late_off_duty']);
    expect(await rowsOf(own)).toHaveLength(2);
  });
});

test('every wrong field is named', async () => {
  const door = await openDoor(api);
  const { body } = await send(door, [{ id: 'x', object: '', decision: 'maybe', y: 1 }]).expect(400);
  expect(body.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'items.0.decision',
    'items.0.id',
    'items.0.object',
    'items.0.y',
  ]);
  await send(door, []).expect(400);
  const item = late(await buildPerson(api.services), hourMs);
  await send(
    door,
    Array.from({ length: 51 }, () => item),
  ).expect(400);
});

test('only door staff of the own unit, at a point given to them', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const items = [late(person, hourMs)];
  const unit = { id: door.point.unitId } as never;
  const viewer = await signIn(api.services, await buildStaff(api.services, { unit, roles: ['viewer'] }));
  await send({ ...door, auth: {} }, items).expect(401);
  await send({ ...door, auth: await signIn(api.services, person) }, items).expect(403);
  await send({ ...door, auth: viewer }, items).expect(403);
  await send({ ...door, auth: (await openDoor(api)).auth }, items).expect(400);
  await send(door, items).expect(200);
});
