import type { z } from 'zod';

import {
  refreshRequest,
  sessionAnswer,
  sessionRequest,
  type ClientKind,
  type SessionRequest,
} from '@anxing/contract/sessions';

import { AppError, InvalidInput } from '../base/errors';
import { endSession } from '../commands/endSession';
import type { OpenedSession } from '../commands/openSession';
import { proveSmsCode } from '../commands/proveSmsCode';
import { refreshSession } from '../commands/refreshSession';
import { alipayProof, signInResident, wechatProof } from '../commands/signInResident';
import { signInStaff } from '../commands/signInStaff';
import type { Origin, Services } from '../context';
import type { Audience } from '../privacy/tokens';
import { anyone } from '../web/access';
import type { Caller } from '../web/caller';
import { clearCookies, clientKindOf, isBrowser, readCookie } from '../web/cookies';
import type { Http } from '../web/http';
import { allowances, defineRoute, type Route } from '../web/route';
import { handSession } from './handSession';

type SignIn = z.output<typeof sessionRequest>;

/** The admin site is for staff, H5 for residents; the mini-programs are for both. */
function mayUse(client: ClientKind, grant: SessionRequest['grant']): boolean {
  return !isBrowser(client) || (client === 'admin') === (grant === 'password');
}

async function signIn(
  services: Services,
  origin: Origin,
  input: SignIn,
  client: ClientKind,
): Promise<OpenedSession> {
  switch (input.grant) {
    case 'password':
      return signInStaff(services, origin, input.phone, input.password, client);
    case 'sms':
      await proveSmsCode(services, origin, input.phone, input.code);

      return signInResident(services, origin, { kind: 'phone', phone: input.phone }, client);
    case 'wechat':
      return signInResident(services, origin, await wechatProof(services, input.code), client);
    default:
      return signInResident(services, origin, await alipayProof(services, input.code), client);
  }
}

const open = defineRoute({
  method: 'post',
  path: '/sessions',
  summary: 'Sign in by SMS code, WeChat, Alipay or, for staff, password',
  access: anyone,
  personalData: 'none',
  limit: allowances.proving,
  body: sessionRequest,
  answer: sessionAnswer,
  async handle({ services, origin, input, http }) {
    const client = clientKindOf(http);
    if (!mayUse(client, input.grant)) {
      throw new InvalidInput({ grant: 'choice' });
    }

    return handSession(http, await signIn(services, origin, input, client));
  },
});

/** A browser's token is in the cookie of its program, and nowhere else. */
function givenToken(http: Http, audience: Audience | undefined, given: string | undefined): string {
  const token = audience ? readCookie(http, audience, 'refresh') : given;
  if (!token) {
    throw new AppError('session_expired');
  }

  return token;
}

function audienceOf(client: ClientKind): Audience | undefined {
  return isBrowser(client) ? (client === 'admin' ? 'staff' : 'account') : undefined;
}

const refresh = defineRoute({
  method: 'post',
  path: '/sessions/refresh',
  summary: 'A new access token for the refresh token, which is replaced',
  access: anyone,
  personalData: 'none',
  limit: allowances.writing,
  body: refreshRequest,
  answer: sessionAnswer,
  async handle({ services, input, http }) {
    const token = givenToken(http, audienceOf(clientKindOf(http)), input.refreshToken);

    return handSession(http, await refreshSession(services, token));
  },
});

/**
 * Whose access token has ended still has a session, for as long as its refresh token lives.
 * @throws not_signed_in, session_expired
 */
function sessionToEnd(http: Http, caller: Caller, audience: Audience | undefined): string {
  if ('session' in caller) {
    return caller.session.id;
  }
  const token = audience && readCookie(http, audience, 'refresh');
  const read = token ? http.services.tokens.readRefresh(token) : undefined;
  if (!read) {
    throw new AppError(caller.kind === 'nobody' && caller.hasExpired ? 'session_expired' : 'not_signed_in');
  }

  return read.sessionId;
}

const end = defineRoute({
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out, also when only the refresh token in a cookie is left',
  access: anyone,
  personalData: 'none',
  limit: allowances.writing,
  async handle({ services, origin, caller, http }) {
    const audience = audienceOf(clientKindOf(http)) ?? ('session' in caller ? caller.kind : undefined);
    if (audience) {
      clearCookies(http, audience);
    }
    await endSession(services, origin, sessionToEnd(http, caller, audience));
  },
});

export const sessionRoutes: Route[] = [open, refresh, end];
