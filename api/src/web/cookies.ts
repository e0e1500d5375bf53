import { limits } from '@anxing/contract/limits';
import { clientHeader, clientKinds, type ClientKind } from '@anxing/contract/sessions';

import type { Audience } from '../privacy/tokens';
import type { Http } from './http';

type Part = 'access' | 'refresh';

export function clientKindOf(http: Http): ClientKind {
  const named = http.get(clientHeader);

  return clientKinds.find((kind) => kind === named) ?? 'other';
}

/** Admin and H5 live in a browser: their tokens are in cookies that no script can read. */
export function isBrowser(kind: ClientKind): boolean {
  return kind === 'admin' || kind === 'h5';
}

function cookieName(http: Http, audience: Audience, part: Part): string {
  const site = audience === 'staff' ? 'admin' : 'h5';
  const name = `anxing-${site}-${part}`;

  return isSecure(http) ? `__Host-${name}` : name;
}

function isSecure(http: Http): boolean {
  return http.services.settings.origin.startsWith('https://');
}

export function readCookie(http: Http, audience: Audience, part: Part): string | undefined {
  return http.cookies.get(cookieName(http, audience, part));
}

export function writeCookies(http: Http, audience: Audience, tokens: Record<Part, string>): void {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(http),
    path: '/',
    overwrite: true,
  } as const;
  http.cookies.secure = isSecure(http);
  http.cookies.set(cookieName(http, audience, 'access'), tokens.access, {
    ...options,
    maxAge: limits.accessTokenSeconds * 1000,
  });
  http.cookies.set(cookieName(http, audience, 'refresh'), tokens.refresh, {
    ...options,
    maxAge: limits.refreshTokenDays * 86_400_000,
  });
}

export function clearCookies(http: Http, audience: Audience): void {
  http.cookies.secure = isSecure(http);
  for (const part of ['access', 'refresh'] as const) {
    http.cookies.set(cookieName(http, audience, part), null, { path: '/', secure: isSecure(http) });
  }
}
