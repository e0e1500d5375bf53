import type { SessionAnswer } from '@anxing/contract/sessions';

import type { RunningServer } from './server';

/** Somebody who talks to the server without a screen, for example the scanner of the door staff. */
export interface ApiUser {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  /** The same person on another server of the installation. */
  at(server: RunningServer): ApiUser;
  delete(path: string): Promise<void>;
}

/** As a phone, which does not wait for ever. */
const patienceMs = 15_000;

async function call<T>(method: string, url: string, body: object | undefined, token: string): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  }

  return (text ? JSON.parse(text) : undefined) as T;
}

/** The account of a role, as the demo prints it. */
export function accountOf({ demo }: RunningServer, role: string): { phone: string; secret: string } {
  const account = demo.accounts.find((one) => one.role === role);
  if (!account) {
    throw new Error(`the demo has no ${role}`);
  }

  return { phone: account.phone, secret: account.password ?? account.smsCode ?? '' };
}

function apiOf({ url }: RunningServer): string {
  return `${url}/api/v1/`;
}

function userOf(server: RunningServer, token: string): ApiUser {
  const api = apiOf(server);

  return {
    get: (path) => call('GET', api + path, undefined, token),
    post: (path, body = {}) => call('POST', api + path, body, token),
    put: (path, body) => call('PUT', api + path, body, token),
    patch: (path, body) => call('PATCH', api + path, body, token),
    delete: (path) => call('DELETE', api + path, undefined, token),
    at: (other) => userOf(other, token),
  };
}

async function signIn(server: RunningServer, grant: object): Promise<ApiUser> {
  const { accessToken } = await call<SessionAnswer>('POST', `${apiOf(server)}sessions`, grant, '');

  return userOf(server, accessToken);
}

/** Signs a staff member of the demo in. @param role as in `demo.json`: manager, guard or operator */
export function signInStaff(server: RunningServer, role: string): Promise<ApiUser> {
  const { phone, secret: password } = accountOf(server, role);

  return signIn(server, { grant: 'password', phone, password });
}

/** Signs a resident of the demo in. @param role resident or resident-orange */
export function signInResident(server: RunningServer, role: string): Promise<ApiUser> {
  const { phone, secret: code } = accountOf(server, role);

  return signIn(server, { grant: 'sms', phone, code });
}
