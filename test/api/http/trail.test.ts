import { buildDevice } from '../../support/api/factories/buildDevice';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { checkInId } from '../../support/api/checkIn';
import { expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function read(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/me/passages').set(auth).query(query);
}

function post(auth: Auth, path: string, body: object) {
  return api.request.post(`/api/v1/${path}`).set(auth).send(body).expect(200);
}

test('a visit is open until it is left', async () => {
  const { auth } = await signedInPerson(api.services);
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const [inId, outId] = [checkInId(), checkInId(Date.now() + 1)];
  await post(auth, 'visits', { id: inId, poster: token });
  const { body: inside } = await read(auth).expect(200);
  await post(auth, 'visits', { id: outId, passage: inId, direction: 'out' });
  const { body: left } = await read(auth).expect(200);

  expect(inside).toEqual({
    items: [
      {
        id: inId,
        kind: 'visit',
        byDevice: false,
        direction: 'in',
        at: expect.any(Number),
        place: { name: point.name, address: point.address },
        temperature: null,
        reason: null,
        colour: 'green',
        decision: 'allow',
        open: true,
      },
    ],
    next: null,
  });
  expect(left.items.map(({ id, open }: { id: string; open: boolean }) => [id, open])).toEqual([
    [outId, false],
    [inId, false],
  ]);
});

test('coming in again leaves one visit open: the latest', async () => {
  const { auth } = await signedInPerson(api.services);
  const { token } = await buildPoster(api.services, await buildPoint(api.services));
  await post(auth, 'visits', { id: checkInId(Date.now() - 60_000), poster: token });
  const latest = checkInId();
  await post(auth, 'visits', { id: latest, poster: token });
  const { body } = await read(auth).expect(200);

  expect(body.items).toHaveLength(2);
  expect(
    body.items.filter(({ open }: { open: boolean }) => open).map(({ id }: { id: string }) => id),
  ).toEqual([latest]);
});

test('checks at the door are there as well, without the staff member', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const point = await buildPoint(api.services);
  const { guard, auth: guardAuth } = await guardOnDuty(api.services, point);
  await post(guardAuth, 'scans', {
    id: checkInId(),
    object: person.number,
    pointId: point.id,
    mask: true,
  });
  const { body, text } = await read(auth).expect(200);

  expect(body.items[0]).toMatchObject({ kind: 'scan', decision: 'allow', open: true });
  expect(text).not.toContain(guard.staff.id);
  expect(text).not.toContain(guard.name);
});

test('what a gate checked is told as one of a gate, without its name', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const { client, device } = await buildDevice(api);
  const object = person.number;
  await client.post('/device/scans', { id: checkInId(), object, mask: true }).expect(200);
  const { body, text } = await read(auth).expect(200);

  expect(body.items[0]).toMatchObject({ kind: 'scan', byDevice: true });
  expect(text).not.toContain(device.name);
  expect(text).not.toContain(device.id);
});

test('pages are newest first, complete and without repetition, also when instants are equal', async () => {
  const visitor = await signedInPerson(api.services);
  const at = Date.now() - 3_600_000;
  const ids: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    const { passage } = await buildPassage(api.services, { person: visitor, values: { at: at + (i % 3) } });
    ids.push(passage.id);
  }
  await buildPassage(api.services);
  const seen: { id: string; at: number }[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await read(visitor.auth, { limit: 2, ...(cursor ? { cursor } : {}) }).expect(200);
    seen.push(...body.items);
    cursor = body.next ?? undefined;
  } while (cursor);

  expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(seen.map((item) => item.at)).toEqual([...seen].sort((a, b) => b.at - a.at).map((item) => item.at));
});

test('what is older than the retention period is not shown', async () => {
  const visitor = await signedInPerson(api.services);
  const { passageDays } = api.services.config.retention;
  const { passage } = await buildPassage(api.services, {
    person: visitor,
    values: { at: Date.now() - (passageDays - 1) * dayMs },
  });
  await buildPassage(api.services, {
    person: visitor,
    values: { at: Date.now() - (passageDays + 1) * dayMs },
  });
  const { body } = await read(visitor.auth).expect(200);

  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([passage.id]);
});

test('another person’s page position, wrong and unknown parameters are refused', async () => {
  const [one, other] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  await buildPassage(api.services, { person: one });
  await buildPassage(api.services, { person: one });
  const { body } = await read(one.auth, { limit: 1 }).expect(200);
  const unknown = { cursor: 'Unknown page position' };

  expect(faultsOf(await read(other.auth, { cursor: body.next }).expect(400))).toEqual(unknown);
  expect(faultsOf(await read(one.auth, { cursor: 'x' }).expect(400))).toEqual(unknown);
  expect(faultsOf(await read(one.auth, { limit: 0, x: 1 }).expect(400))).toEqual({
    limit: 'Too small',
    x: 'Unknown field',
  });
});

test('is for verified residents, each their own', async () => {
  const { auth } = await signedInPerson(api.services);

  expect((await read(auth).expect(200)).body).toEqual({ items: [], next: null });
  await expectOnlyForPersons(api, read);
});
