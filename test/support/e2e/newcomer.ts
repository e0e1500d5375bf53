import { consentKinds } from '@anxing/contract/me';
import type { FaceTicket } from '@anxing/contract/me';
import type { PublicConfig } from '@anxing/contract/publicConfig';

import { signInResident, type ApiUser } from './apiUser';
import { inventPerson } from './people';
import type { RunningServer } from './server';

/** The demo's new resident, who goes through every step and claims a code in a county. */
export async function claimIn(server: RunningServer, division: string): Promise<ApiUser> {
  const user = await signInResident(server, 'resident-new');
  const { consentVersion: version } = await user.get<PublicConfig>('config');
  for (const kind of consentKinds) {
    await user.post('me/consents', { kind, version });
  }
  await user.put('me/identity', { idType: 'resident', ...inventPerson() });
  const { ticket } = await user.post<FaceTicket>('me/identity/face-tickets');
  await user.put('me/identity/face', { ticket });
  await user.post('me/code', { division });

  return user;
}
