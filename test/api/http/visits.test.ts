import { startApi, type TestApi } from '../../support/api/testApi';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildAccount, buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signIn } from '../../support/api/factories/signIn';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

async function visitor(): Promise<BuiltPerson & { auth: { authorization: string } }> {
  const built = await buildPerson(api.services);

  return { ...built, auth: await signIn(api.services, built) };
}

async function place() {
  const point = await buildPoint(api.services);

  return { point, ...(await buildPoster(api.services, point)) };
}

function post(auth: Record<string, string>, body: object) {
  return api.request.post('/api/v1/visits').set(auth).send(body);
}

test('a visit is registered, counted, and left by the passage that came in', async () => {
  const { auth, name } = await visitor();
  const { point, link } = await place();
  const id = checkInId();

  const came = await post(auth, { id, poster: link }).expect(200);
  expect(came.body).toMatchObject({
    place: { name: point.name, address: point.address },
    colour: 'green',
    decision: 'allow',
    why: null,
    direction: 'in',
  });
  expect(came.body.name).not.toBe(name);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, came: 1, went: 0, inside: 1 });

  await post(auth, { id: checkInId(), passage: id, direction: 'out' }).expect(200);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 2, came: 1, went: 1, inside: 0 });
});

test('the short code printed on the poster works like the picture, however it is typed', async () => {
  const { auth } = await visitor();
  const { point, poster } = await place();
  const typed =
    ` ${poster.shortCode.slice(0, 3)}-${poster.shortCode.slice(3, 6)} ${poster.shortCode.slice(6)}`.toLowerCase();

  await api.request.get(`/api/v1/posters/${encodeURIComponent(typed)}`).expect(200);
  await post(auth, { id: checkInId(), poster: typed }).expect(200);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, inside: 1 });

  const wrong = `${poster.shortCode.slice(0, 8)}${poster.shortCode.endsWith('A') ? 'B' : 'A'}`;
  await post(auth, { id: checkInId(), poster: wrong }).expect(422);
});

test('the same id fifty times at once counts once, and all get the same answer', async () => {
  const { auth } = await visitor();
  const { point, token } = await place();
  const body = { id: checkInId(), poster: token };

  const answers = await Promise.all(Array.from({ length: 50 }, () => post(auth, body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, counted: 1, came: 1, inside: 1 });
});

test('two check-ins of one person at the same moment count one entry', async () => {
  const { auth } = await visitor();
  const { point, token } = await place();

  await Promise.all(
    Array.from({ length: 10 }, () => post(auth, { id: checkInId(), poster: token }).expect(200)),
  );
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 10, counted: 1, came: 1, inside: 1 });
});

test('the same id with another body, or from somebody else, is refused', async () => {
  const [one, other, first, second] = [await visitor(), await visitor(), await place(), await place()];
  const id = checkInId();
  await post(one.auth, { id, poster: first.link }).expect(200);

  const otherBody = await post(one.auth, { id, poster: second.link }).expect(422);
  const otherActor = await post(other.auth, { id, poster: first.link }).expect(422);
  expect([otherBody.body.error.code, otherActor.body.error.code]).toEqual([
    'same_id_other_body',
    'same_id_other_body',
  ]);
  expect((await countsOf(api.services, second.point.id)).rows).toBe(0);
});

test('a repeat is answered even when the poster was revoked meanwhile', async () => {
  const { auth } = await visitor();
  const { point, poster, link } = await place();
  const body = { id: checkInId(), poster: link };
  const first = await post(auth, body).expect(200);
  await api.services.database.write((tx) =>
    api.services.database.execute('UPDATE posters SET revoked_at = 1 WHERE id = ?', [poster.id], tx),
  );

  const again = await post(auth, body).expect(200);
  expect(again.body).toEqual(first.body);
  await post(auth, { id: checkInId(), poster: link }).expect(422);
  expect((await countsOf(api.services, point.id)).rows).toBe(1);
});

test('forged, cut, foreign and revoked posters get the very same refusal', async () => {
  const { auth } = await visitor();
  const { token, point } = await place();
  const flipped = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
  const posters = [
    flipped,
    token.slice(0, 30),
    `https://evil.example/p/${token}`,
    'weixin://wxpay/bizpayurl?pr=abc',
    `${api.services.settings.origin}/p/${token}?x=1`,
  ];

  for (const poster of posters) {
    const { body } = await post(auth, { id: checkInId(), poster }).expect(422);
    expect(body.error).toMatchObject({
      code: 'poster_refused',
      message: '这不是有效的张贴码，请联系场所工作人员',
    });
  }
  expect((await countsOf(api.services, point.id)).rows).toBe(0);
});

test('an id from another time is refused with the server’s time', async () => {
  const { auth } = await visitor();
  const { token } = await place();
  const hour = 3_600_000;
  for (const shift of [-73 * hour, hour]) {
    const { body } = await post(auth, { id: checkInId(Date.now() + shift), poster: token }).expect(422);
    expect(body.error.code).toBe('id_out_of_time');
    expect(Math.abs(body.error.serverTime - Date.now())).toBeLessThan(60_000);
  }
  await post(auth, { id: checkInId(Date.now() - 71 * hour), poster: token }).expect(200);
});

test('orange is told to stop and does not count as inside', async () => {
  const { auth, idNumber } = await visitor();
  const { point, token } = await place();
  await buildFact(api.services, idNumber);

  const { body } = await post(auth, { id: checkInId(), poster: token }).expect(200);
  expect(body).toMatchObject({ colour: 'orange', decision: 'stop' });
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, came: 0, inside: 0 });
});

test('every wrong field is named and nothing is stored', async () => {
  const { auth } = await visitor();
  const { body } = await post(auth, { id: 'x', poster: 5, direction: 'up', note: '1' }).expect(400);
  expect(body.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'direction',
    'id',
    'note',
    'poster',
  ]);
  expect(body.error.fields[0]).toHaveProperty('messageEn');
  await api.request
    .post('/api/v1/visits')
    .set(auth)
    .set('content-type', 'application/json')
    .send('{')
    .expect(400);
  await api.request.post('/api/v1/visits').set(auth).set('content-type', 'text/plain').send('x').expect(415);
  await post(auth, { id: checkInId(), poster: 'x'.repeat(70_000) }).expect(413);
});

test('nobody, an unverified resident and staff are refused', async () => {
  const { token } = await place();
  const body = { id: checkInId(), poster: token };
  const { account } = await buildAccount(api.services);
  const unclaimed = await buildPerson(api.services, { claimed: false });
  const staff = await buildStaff(api.services);
  const codeOf = async (auth: Record<string, string>) => (await post(auth, body)).body.error.code as string;

  expect(await codeOf({})).toBe('not_signed_in');
  expect(await codeOf(await signIn(api.services, { account }))).toBe('identity_required');
  expect(await codeOf(await signIn(api.services, unclaimed))).toBe('code_required');
  expect(await codeOf(await signIn(api.services, staff))).toBe('forbidden');
});

test('another person’s passage cannot be left, and members are only one’s own', async () => {
  const [one, other] = [await visitor(), await visitor()];
  const { token } = await place();
  const id = checkInId();
  await post(one.auth, { id, poster: token }).expect(200);

  await post(other.auth, { id: checkInId(), passage: id, direction: 'out' }).expect(404);
  const { body } = await post(one.auth, {
    id: checkInId(),
    poster: token,
    members: [other.person.id],
  }).expect(400);
  expect(body.error.fields).toEqual([
    { path: 'members.0', message: '没有该家庭成员', messageEn: 'No such family member' },
  ]);
});

test('leaving by a gate of the same building ends the presence of the other gate', async () => {
  const { auth } = await visitor();
  const building = await buildPoint(api.services);
  const unit = { id: building.unitId } as never;
  const [east, west] = [
    await buildPoint(api.services, { unit, parent: building }),
    await buildPoint(api.services, { unit, parent: building }),
  ];
  const [inPoster, outPoster] = [
    await buildPoster(api.services, east),
    await buildPoster(api.services, west),
  ];

  await post(auth, { id: checkInId(), poster: inPoster.token }).expect(200);
  await post(auth, { id: checkInId(), poster: outPoster.token, direction: 'out' }).expect(200);
  expect(await countsOf(api.services, east.id)).toMatchObject({ came: 1, went: 1, inside: 0 });
  expect(await countsOf(api.services, west.id)).toMatchObject({ came: 0, went: 0, inside: 0 });
});

test('entering another place ends what was open elsewhere', async () => {
  const { auth } = await visitor();
  const [here, there] = [await place(), await place()];
  await post(auth, { id: checkInId(), poster: here.token }).expect(200);
  await post(auth, { id: checkInId(), poster: there.token }).expect(200);

  expect(await countsOf(api.services, here.point.id)).toMatchObject({ came: 1, expired: 1, inside: 0 });
  expect(await countsOf(api.services, there.point.id)).toMatchObject({ came: 1, inside: 1 });
});
