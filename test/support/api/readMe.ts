import type { Me } from '@anxing/contract/me';

import type { TestApi } from './testApi';

/** The own account of whoever holds an access token. */
export async function readMe({ request }: TestApi, accessToken: string): Promise<Me> {
  const { body } = await request
    .get('/api/v1/me')
    .set({ authorization: `Bearer ${accessToken}` })
    .expect(200);

  return body as Me;
}
