import type { ConsentKind, ConsentRequest, Me } from '@anxing/contract/me';

import { knownConfig } from './config';
import { request } from './request';
import { readStored, writeStored } from './storage';

const kinds: readonly ConsentKind[] = ['privacy', 'sensitive'];

/** Whether both consents were given on this phone, in the version now in force. */
export function hasConsented(): boolean {
  const version = knownConfig()?.consentVersion;

  return version !== undefined && readStored<string>('consent') === version;
}

/** Remembered on the phone first: the consents come before any sign-in. */
export function giveConsent(version: string): void {
  writeStored('consent', version);
}

/** Tells the server the consents of this phone that it does not have yet. @throws ApiError */
export async function recordConsents(me: Me): Promise<void> {
  const version = knownConfig()?.consentVersion;
  if (version === undefined || !hasConsented()) {
    return;
  }
  const given = me.consents.filter((consent) => consent.current).map((consent) => consent.kind);
  for (const kind of kinds.filter((each) => !given.includes(each))) {
    await request('POST', 'me/consents', { kind, version } satisfies ConsentRequest);
  }
}
