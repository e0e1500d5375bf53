import { isSignedIn } from '../../../miniapp/src/lib/session';
import { signOut } from '../../../miniapp/src/lib/signOut';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { refusal, type Handler } from '../../support/taro/server';

const renewed = {
  body: {
    accessToken: 'access-2',
    refreshToken: 'refresh-2',
    expiresIn: 600,
    mustChangePassword: false,
    kind: 'resident',
  },
};

const done = { status: 204, body: '' };
const renewal = 'POST sessions/refresh';
const ending = 'DELETE sessions/current';

const endsOnlyWith =
  (token: string): Handler =>
  ({ headers }) =>
    headers.authorization === `Bearer ${token}` ? done : refusal('session_expired');

function passTime(ms: number): void {
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
}

afterEach(() => jest.restoreAllMocks());

function expectForgotten(): void {
  expect(isSignedIn()).toBe(false);
  expect(phone.storage.has('anxing.session')).toBe(false);
}

test('ends the session on the server', async () => {
  const server = (await signedInApp()).on(ending, endsOnlyWith('access-1'));
  await signOut();
  expect(server.calls).toEqual([ending]);
  expectForgotten();
});

test('whose access token has ended gets a new one first: the session must not live on', async () => {
  const server = (await signedInApp()).on(renewal, renewed).on(ending, endsOnlyWith('access-2'));
  passTime(700_000);
  await signOut();
  expect(server.calls).toEqual([renewal, ending]);
  expectForgotten();
});

test('also when only the server knows that the token has ended', async () => {
  const server = (await signedInApp()).on(renewal, renewed).on(ending, endsOnlyWith('access-2'));
  await signOut();
  expect(server.calls).toEqual([ending, renewal, ending]);
  expectForgotten();
});

test('H5 has no token to send: its cookies tell', async () => {
  const server = (await signedInApp({}, 'h5')).on(ending, done);
  await signOut();
  expect(server.calls).toEqual([ending]);
  expectForgotten();
});

test.each(['session_expired', 'unavailable'] as const)(
  '%s: the phone forgets it in any case',
  async (code) => {
    const server = (await signedInApp()).on(renewal, refusal(code)).on(ending, refusal(code));
    await signOut();
    expectForgotten();
    server.isReachable = false;
    await signOut();
    expectForgotten();
  },
);
