import type { z } from 'zod';

import { limits } from '@anxing/contract/limits';
import {
  passwordChange,
  refreshRequest,
  sessionAnswer,
  sessionRequest,
  type ClientKind,
  type SessionAnswer,
} from '@anxing/contract/sessions';

import { AppError } from '../base/errors';
import { changePassword } from '../commands/changePassword';
import { endSession } from '../commands/endSession';
import type { OpenedSession } from '../commands/openSession';
import { proveSmsCode } from '../commands/proveSmsCode';
import { refreshSession } from '../commands/refreshSession';
import { alipayProof, signInResident, wechatProof } from '../commands/signInResident';
import { signInStaff } from '../commands/signInStaff';
import type { Origin, Services } from '../context';
import { Staff } from '../models/staff';
import { anyone, anyStaff, signedIn } from '../web/access';
import { clearCookies, clientKindOf, isBrowser, readCookie, writeCookies } from '../web/cookies';
import type { Http } from '../web/http';
import { allowances, defineRoute, type Route } from '../web/route';

type SignIn = z.output<typeof sessionRequest>;

async function signIn(services: Services, origin: Origin, input: SignIn, client: ClientKind) {
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

/** Browsers get cookies that no script reads, the others tokens. */
function hand(http: Http, opened: OpenedSession, mustChangePassword: boolean): SessionAnswer {
  const isCookies = isBrowser(clientKindOf(http));
  if (isCookies) {
    writeCookies(http, opened.audience, { access: opened.access, refresh: opened.refresh });
  }

  return {
    accessToken: isCookies ? '' : opened.access,
    ...(isCookies ? {} : { refreshToken: opened.refresh }),
    expiresIn: limits.accessTokenSeconds,
    mustChangePassword,
    kind: opened.audience === 'staff' ? 'staff' : 'resident',
  };
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
    const opened = await signIn(services, origin, input, clientKindOf(http));

    return hand(http, opened, 'mustChangePassword' in opened && opened.mustChangePassword === true);
  },
});

async function mustChange(staffId: string | null): Promise<boolean> {
  const staff = staffId === null ? null : await Staff.findByPk(staffId);

  return staff?.mustChangePassword ?? false;
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
  async handle({ services, origin, input, http }) {
    const kind = clientKindOf(http);
    const cookie = isBrowser(kind)
      ? readCookie(http, kind === 'admin' ? 'staff' : 'account', 'refresh')
      : undefined;
    const token = cookie ?? input.refreshToken;
    if (!token) {
      throw new AppError('session_expired');
    }
    const opened = await refreshSession(services, origin, token);

    return hand(http, opened, await mustChange(opened.session.staffId));
  },
});

const end = defineRoute({
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out',
  access: signedIn,
  personalData: 'none',
  limit: allowances.writing,
  async handle({ services, origin, caller, http }) {
    await endSession(services, origin, caller.session.id);
    clearCookies(http, caller.kind);
  },
});

const password = defineRoute({
  method: 'put',
  path: '/sessions/password',
  summary: 'Change the own password; the other sessions end',
  access: anyStaff,
  personalData: 'none',
  limit: allowances.proving,
  body: passwordChange,
  handle: ({ services, origin, caller, input }) =>
    changePassword(services, origin, caller.staff, caller.session.id, input),
});

export const sessionRoutes: Route[] = [open, refresh, end, password];
