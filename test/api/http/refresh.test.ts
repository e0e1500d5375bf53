import { randomUUID } from 'node:crypto';

import { limits } from '@anxing/contract/limits';
import { sessionAnswer, type SessionAnswer } from '@anxing/contract/sessions';

import { openSession } from '../../../api/src/commands/openSession';
import { writeAs } from '../../../api/src/context';
import { Account } from '../../../api/src/models/account';
import { Session } from '../../../api/src/models/session';
import { auditEvents } from '../../support/api/auditEvents';
import { buildStaff, type BuiltStaff } from '../../support/api/factories/buildStaff';
import { system } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

interface Tokens {
  access: string;
  refresh: string;
}

function tokensOf(answer: SessionAnswer): Tokens {
  return { access: answer.accessToken, refresh: answer.refreshToken ?? '' };
}

/** A resident who came through WeChat: the quickest way in. */
async function resident(): Promise<Tokens> {
  const body = { grant: 'wechat', code: `${randomUUID()}.1` };
  const answer = await api.request.post('/api/v1/sessions').send(body).expect(200);

  return tokensOf(sessionAnswer.parse(answer.body));
}

async function staffTokens({ staff }: BuiltStaff): Promise<Tokens> {
  return writeAs(api.services, system, (scene) =>
    openSession(api.services, scene, { staffId: staff.id }, 'other'),
  );
}

function refresh(body: object) {
  return api.request.post('/api/v1/sessions/refresh').send(body);
}

async function renewed(refreshToken: string): Promise<Tokens> {
  return tokensOf(sessionAnswer.parse((await refresh({ refreshToken }).expect(200)).body));
}

async function expectEnded(refreshToken: string): Promise<void> {
  expect(codeOf(await refresh({ refreshToken }).expect(401))).toBe('session_expired');
}

function me({ access }: Tokens) {
  return api.request.get('/api/v1/me').set('authorization', `Bearer ${access}`);
}

async function expectOut(tokens: Tokens): Promise<void> {
  expect(codeOf(await me(tokens).expect(401))).toBe('session_expired');
  await expectEnded(tokens.refresh);
}

function sessionIdOf({ refresh: token }: Tokens): string {
  return api.services.tokens.readRefresh(token)?.sessionId ?? '';
}

test('a refresh gives new tokens; the new ones work and can be refreshed again', async () => {
  const first = await resident();
  api.clock.advance(2_000);
  const second = await renewed(first.refresh);
  expect(second.refresh).not.toBe(first.refresh);
  expect(second.access).not.toBe(first.access);
  await me(second).expect(200);
  await me(await renewed(second.refresh)).expect(200);
});

test('the access token ends after ten minutes, the refresh token goes on', async () => {
  const tokens = await resident();
  api.clock.advance(limits.accessTokenSeconds * 1000 - 5_000);
  await me(tokens).expect(200);
  api.clock.advance(6_000);
  expect(codeOf(await me(tokens).expect(401))).toBe('session_expired');
  await me(await renewed(tokens.refresh)).expect(200);
});

test('the same token within 30 s gets the same successor: the answer may have been lost', async () => {
  const { refresh: old } = await resident();
  const first = await renewed(old);
  api.clock.advance(limits.refreshReuseGraceSeconds * 1000 - 2_000);
  const again = await renewed(old);
  expect(again.refresh).toBe(first.refresh);
  await me(await renewed(again.refresh)).expect(200);
});

test('the same token later ends the family: all its tokens are dead, and the chain tells it', async () => {
  const old = await resident();
  const successor = await renewed(old.refresh);
  api.clock.advance(limits.refreshReuseGraceSeconds * 1000 + 1_000);
  await expectEnded(old.refresh);
  await expectOut(successor);
  await expectOut(old);
  const events = await auditEvents(api.services, sessionIdOf(old));
  expect(events.map(({ action }) => action)).toContain('sessions.reuse');
});

test('a token that is two steps old ends the family also within 30 s', async () => {
  const first = await resident();
  const second = await renewed(first.refresh);
  const third = await renewed(second.refresh);
  await expectEnded(first.refresh);
  await expectOut(third);
});

test('twenty at once with one token get one successor, which works', async () => {
  const { refresh: old } = await resident();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh({ refreshToken: old })));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const successors = new Set(answers.map(({ body }) => body.refreshToken as string));
  expect(successors.size).toBe(1);
  const [successor = ''] = successors;
  await me(await renewed(successor)).expect(200);
  const { counter } = (await Session.findByPk(sessionIdOf({ access: '', refresh: old }))) ?? {};
  expect(counter).toBe(2);
});

test('after 30 days it is over, however often it was refreshed', async () => {
  const first = await resident();
  api.clock.advance(29 * 86_400_000);
  const second = await renewed(first.refresh);
  api.clock.advance(86_400_000 + 1_000);
  await expectEnded(second.refresh);
});

test('signing out needs a session, and ends this one alone', async () => {
  const code = `${randomUUID()}.1`;
  const enter = () => api.request.post('/api/v1/sessions').send({ grant: 'wechat', code }).expect(200);
  const [one, other] = [
    tokensOf(sessionAnswer.parse((await enter()).body)),
    tokensOf(sessionAnswer.parse((await enter()).body)),
  ];
  const end = (headers: Auth) => api.request.delete('/api/v1/sessions/current').set(headers);
  expect(codeOf(await end({}).expect(401))).toBe('not_signed_in');
  await end({ authorization: `Bearer ${one.access}` }).expect(204);
  expect(codeOf(await end({ authorization: `Bearer ${one.access}` }).expect(401))).toBe('session_expired');
  await expectEnded(one.refresh);
  await me(await renewed(other.refresh)).expect(200);
});

test('whoever is signed out, is out with every token at once', async () => {
  const old = await resident();
  const tokens = await renewed(old.refresh);
  await api.request
    .delete('/api/v1/sessions/current')
    .set('authorization', `Bearer ${tokens.access}`)
    .expect(204);
  await expectOut(tokens);
  await expectEnded(old.refresh);
});

test('one family’s end is not another’s', async () => {
  const [one, other] = [await resident(), await resident()];
  await renewed(one.refresh);
  api.clock.advance(60_000);
  await expectEnded(one.refresh);
  await me(await renewed(other.refresh)).expect(200);
});

test('staff who are disabled refresh no more; the initial password is still to be changed', async () => {
  const owner = await signedInStaff(api.services, { roles: ['owner'] });
  const guard = await buildStaff(api.services, {
    unit: owner.unit,
    roles: ['guard'],
    mustChangePassword: true,
  });
  const { body } = await refresh({ refreshToken: (await staffTokens(guard)).refresh }).expect(200);
  expect(body).toMatchObject({ kind: 'staff', mustChangePassword: true });

  await api.request
    .patch(`/api/v1/unit/staff/${guard.staff.id}`)
    .set(owner.auth)
    .send({ active: false })
    .expect(200);
  await expectEnded(body.refreshToken as string);
});

test('a phone whose session is refreshed is not silent', async () => {
  const tokens = await resident();
  const session = await Session.findByPk(sessionIdOf(tokens));
  const seen = async () => (await Account.findByPk(session?.accountId ?? ''))?.lastSeenAt ?? 0;
  const before = await seen();
  const { refresh: second } = await renewed(tokens.refresh);
  expect(await seen()).toBe(before);
  api.clock.advance(2 * 86_400_000);
  await renewed(second);
  expect((await seen()) - before).toBeGreaterThanOrEqual(2 * 86_400_000);
});

describe('what is no token', () => {
  test('cut, altered and foreign ones are all refused alike', async () => {
    const { refresh: token } = await resident();
    const bytes = Buffer.from(token, 'base64url');
    const altered = [0, 17, 19, 20, 51].map((place) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(place) ^ 1, place);

      return copy.toString('base64url');
    });
    const foreign = api.services.tokens.refreshToken(randomUUID(), 0);
    for (const refreshToken of [...altered, token.slice(0, 40), `${token}AAAA`, 'garbage', '', foreign]) {
      await expectEnded(refreshToken);
    }
    await renewed(token);
  });

  test('an access token is none, and a refresh token opens nothing', async () => {
    const tokens = await resident();
    await refresh({ refreshToken: tokens.access }).expect(400);
    expect(codeOf(await me({ access: tokens.refresh, refresh: '' }).expect(401))).toBe('not_signed_in');
  });

  test('wrong fields are named, and without a token nobody is anybody', async () => {
    const response = await refresh({ refreshToken: 7, more: true }).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['more', 'refreshToken']);
    expect(faultsOf(await refresh({ refreshToken: 'x'.repeat(201) }).expect(400))).toEqual({
      refreshToken: 'Too long',
    });
    expect(codeOf(await refresh({}).expect(401))).toBe('session_expired');
  });
});

test('no token is kept: the database cannot give one away', async () => {
  const first = await resident();
  const second = await renewed(first.refresh);
  const rows = await api.services.database.select('SELECT * FROM sessions');
  const stored = JSON.stringify(rows);
  for (const token of [first.access, first.refresh, second.access, second.refresh]) {
    expect(stored).not.toContain(token.slice(-30));
  }
});
