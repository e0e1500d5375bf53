import { limits } from '@anxing/contract/limits';
import type { SessionAnswer } from '@anxing/contract/sessions';

import type { OpenedSession } from '../commands/openSession';
import { clientKindOf, isBrowser, writeCookies } from '../web/cookies';
import type { Http } from '../web/http';

async function mustChangePassword(http: Http, { session }: OpenedSession): Promise<boolean> {
  const { staff: kept } = http.services.caches;
  const staff = session.staffId === null ? undefined : await kept.get(session.staffId);

  return Boolean(staff?.mustChangePassword);
}

/** Hands a session's tokens over: to browsers in cookies that no script reads, to the others in the answer. */
export async function handSession(http: Http, opened: OpenedSession): Promise<SessionAnswer> {
  const { audience, access, refresh } = opened;
  const rest = {
    expiresIn: limits.accessTokenSeconds,
    mustChangePassword: await mustChangePassword(http, opened),
    kind: audience === 'staff' ? 'staff' : 'resident',
  } as const;
  if (isBrowser(clientKindOf(http))) {
    writeCookies(http, audience, { access, refresh });

    return { accessToken: '', ...rest };
  }

  return { accessToken: access, refreshToken: refresh, ...rest };
}
