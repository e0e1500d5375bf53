import { createPublicKey, verify } from 'node:crypto';

import type { DoorKeys as KeyList, RevocationList } from '@anxing/contract/door';
import { passSteps, showPass } from '@anxing/contract/offline/passChain';
import { joinRevocations } from '@anxing/contract/offline/revocations';
import { readOffline, type DoorKeys } from '@anxing/contract/offline/verifyOffline';

import { sha256 } from '../../../api/src/codes/outagePass';
import { buildFact } from '../../support/api/factories/buildFact';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { expectOnlyFor, expectOnlyForPersons } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const get = (path: string, auth: Auth) => api.request.get(`/api/v1/${path}`).set(auth);

const verifier = {
  sha256,
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };

    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  },
};

async function guardsAuth(): Promise<Auth> {
  return (await signedInStaff(api.services, { roles: ['guard'] })).auth;
}

/** What a verifier holds after it has asked for everything. */
async function hold(
  auth: Auth,
): Promise<{ held: DoorKeys; colours: KeyList['colours']; list: RevocationList }> {
  const { body: told } = await get('door/keys', auth).expect(200);
  const { body: list } = await get('door/revocations', auth).expect(200);
  const { keys, colours } = told as KeyList;
  const held = {
    keys: new Map(keys.map(({ id, publicKey }) => [id, Buffer.from(publicKey, 'base64url')])),
    revocations: joinRevocations(undefined, list as RevocationList, 0),
    takesPasses: true,
  };

  return { held, colours, list: list as RevocationList };
}

test('a verifier that asked once reads codes and passes without the server', async () => {
  const { held, colours } = await hold(await guardsAuth());
  const { auth } = await signedInPerson(api.services);
  const { body: code } = await get('me/code', auth).expect(200);
  const { body: pass } = await get('me/code/pass', auth).expect(200);
  expect(pass).toMatchObject({ colour: 'green', issuedAt: expect.any(Number) });
  const now = api.clock.now();
  const readings = [code.qr, showPass(sha256, pass, now) ?? ''].map((text) =>
    readOffline(verifier, held, text, now),
  );
  expect(readings.map((reading) => reading.ok && colours[reading.colour])).toEqual(['green', 'green']);
  expect(readings.map(({ kind }) => kind)).toEqual(['code', 'pass']);
});

test('whose colour changes has a void pass at every verifier that asks again; others keep theirs', async () => {
  const guard = await guardsAuth();
  const before = await hold(guard);
  const [ill, well] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  const passes = await Promise.all(
    [ill, well].map(async ({ auth }) => (await get('me/code/pass', auth).expect(200)).body),
  );
  api.clock.advance(60_000);
  await buildFact(api.services, ill.idNumber);
  expect((await get('me/code', ill.auth).expect(200)).body.colour).toBe('orange');

  const { body: since } = await get(`door/revocations?since=${before.list.asOf}`, guard).expect(200);
  expect(since.complete).toBe(true);
  const revocations = joinRevocations(before.held.revocations, since, 0);
  const now = api.clock.now() + 1_000;
  const readings = passes.map((pass) =>
    readOffline(verifier, { ...before.held, revocations }, showPass(sha256, pass, now) ?? '', now),
  );
  expect(readings).toMatchObject([{ ok: false, failure: 'revoked' }, { ok: true }]);

  api.clock.advance(1_000);
  const { body: next } = await get('me/code/pass', ill.auth).expect(200);
  expect(next.colour).toBe('orange');
  const later = api.clock.now() + 1_000;
  const reading = readOffline(
    verifier,
    { ...before.held, revocations },
    showPass(sha256, next, later) ?? '',
    later,
  );
  expect(reading).toMatchObject({ ok: true, kind: 'pass' });
});

test('what ended by itself is told no more', async () => {
  const { auth, idNumber } = await signedInPerson(api.services);
  await buildFact(api.services, idNumber);
  await get('me/code', auth).expect(200);
  expect((await hold(await guardsAuth())).list.passes.length).toBeGreaterThan(0);
  api.clock.advance(passSteps * 30_000 + 300_000);
  expect((await hold(await guardsAuth())).list.passes).toEqual([]);
});

test('who may ask', async () => {
  await expectOnlyFor(api, (auth) => get('door/keys', auth), ['viewer', 'clerk']);
  await expectOnlyFor(api, (auth) => get('door/revocations', auth), ['viewer', 'clerk']);
  await expectOnlyForPersons(api, (auth) => get('me/code/pass', auth));
  await get('door/revocations?since=gestern', await guardsAuth()).expect(400);
});
