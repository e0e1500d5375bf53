import { newShortCode } from '../../../api/src/codes/shortCode';
import { writeAs } from '../../../api/src/context';
import { Person } from '../../../api/src/models/person';
import { buildPoint, buildPoster, type BuiltPoster } from '../../support/api/factories/buildPoint';
import { system } from '../../support/api/factories/buildUnit';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function claim(auth: Auth, body: object) {
  return api.request.post('/api/v1/me/code').set(auth).send(body);
}

/** A poster in force, in 厦门市思明区 unless told. */
async function posterIn(division = '350203'): Promise<BuiltPoster> {
  return buildPoster(api.services, await buildPoint(api.services, { values: { division } }));
}

/** Where somebody new has claimed, as it is stored. */
async function placeAfter(body: object): Promise<string | null | undefined> {
  const { auth, person } = await signedInPerson(api.services, { claimed: false });
  await claim(auth, body).expect(200);

  return (await Person.findByPk(person.id))?.claimDivision;
}

async function revoked(): Promise<string> {
  const { poster, token } = await posterIn();
  await writeAs(api.services, system, (scene) => poster.set({ revokedAt: scene.now }).saveBy(scene));

  return token;
}

async function atClosedPoint(): Promise<string> {
  const values = { division: '350203', active: false };

  return (await buildPoster(api.services, await buildPoint(api.services, { values }))).token;
}

async function forged(): Promise<string> {
  const { token } = await posterIn();

  return `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
}

test('nothing told, nothing stored', async () => {
  expect(await placeAfter({})).toBeNull();
});

test('the county that the person chose', async () => {
  expect(await placeAfter({ division: '350102' })).toBe('350102');
});

test('else the county of the poster, told by its token, link or short code', async () => {
  const { token, link, poster } = await posterIn();

  expect(await placeAfter({ poster: token })).toBe('350203');
  expect(await placeAfter({ poster: link })).toBe('350203');
  expect(await placeAfter({ poster: poster.shortCode })).toBe('350203');
});

test('of a community no more than its county', async () => {
  const { token } = await posterIn('350102001002');

  expect(await placeAfter({ poster: token })).toBe('350102');
});

test('what the person chose counts more than the poster', async () => {
  const { token } = await posterIn();

  expect(await placeAfter({ division: '350102', poster: token })).toBe('350102');
});

test.each<[string, () => string | Promise<string>]>([
  ['revoked', revoked],
  ['of a closed point', atClosedPoint],
  ['forged', forged],
  ['of another system', () => 'https://other.example/p/AQpoint0001serial01check0000001'],
  ['unknown', newShortCode],
  ['of a division that is not in the table', async () => (await posterIn('999999')).token],
  ['empty', () => ''],
])('a poster that is %s says nothing, and the claim goes through', async (_kind, poster) => {
  expect(await placeAfter({ poster: await poster() })).toBeNull();
});

test('an unknown division is named, whatever the poster is', async () => {
  const { auth, person } = await signedInPerson(api.services, { claimed: false });
  const { token } = await posterIn();

  expect(faultsOf(await claim(auth, { division: '999999', poster: token }).expect(400))).toEqual({
    division: 'Unknown division code',
  });
  expect((await Person.findByPk(person.id))?.claimedAt).toBeNull();
});

test('another poster later moves nobody', async () => {
  const { auth, person } = await signedInPerson(api.services, { claimed: false });
  await claim(auth, { poster: (await posterIn()).token }).expect(200);
  await claim(auth, { poster: (await posterIn('350102')).token }).expect(200);

  expect((await Person.findByPk(person.id))?.claimDivision).toBe('350203');
});
