import { randomBytes } from 'node:crypto';

import { consentKinds, type FaceTicket } from '@anxing/contract/me';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import type { SessionAnswer } from '@anxing/contract/sessions';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { inventPhone } from '../../api/invented';
import { inventPerson } from '../people';
import type { OutsideSystems } from './outsideSystems';
import type { SiteClient } from './siteClient';

function newId(): string {
  return makeUuid7(Date.now(), randomBytes(10));
}

export interface SiteResident {
  token: string;
}

/** Phone, identity and face, each proved by the outside system that a province has for it; then the code. */
export async function joinAsResident(client: SiteClient, outside: OutsideSystems): Promise<SiteResident> {
  const phone = inventPhone();
  await client.call('POST', 'sms-codes', { body: { phone, device: newId() } });
  const [code] = outside.sms.lastParams().TemplateParamSet as string[];
  const { accessToken: token } = await client.call<SessionAnswer>('POST', 'sessions', {
    body: { grant: 'sms', phone, code },
  });
  const { consentVersion: version } = await client.call<PublicConfig>('GET', 'config');
  for (const kind of consentKinds) {
    await client.call('POST', 'me/consents', { token, body: { kind, version } });
  }
  await proveIdentity(client, token, outside);
  await client.call('POST', 'me/code', { token, body: {} });

  return { token };
}

async function proveIdentity(client: SiteClient, token: string, outside: OutsideSystems): Promise<void> {
  const { name, idNumber } = inventPerson();
  await client.call('PUT', 'me/identity', { token, body: { idType: 'resident', name, idNumber } });
  const { ticket } = await client.call<FaceTicket>('POST', 'me/identity/face-tickets', { token, body: {} });
  outside.identity.text = { ErrCode: 0, IdCard: idNumber, Name: name };
  await client.call('PUT', 'me/identity/face', { token, body: { ticket } });
}

/** What a phone sends when its owner has scanned a poster. */
export function visitOf(posterToken: string): { id: string; poster: string } {
  return { id: newId(), poster: posterToken };
}
