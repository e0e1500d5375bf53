import type { Appeal, AppealAddition, AppealCreate } from '@anxing/contract/appeals';
import type { Evidence } from '@anxing/contract/evidence';

import { currentAccessToken } from '../../lib/session';
import { request } from '../../lib/request';
import { apiOrigin } from '../../platform/origins';
import type { PickedPicture } from '../../platform/picture';
import { privateFile } from '../../platform/privateFile';

/** ms: a picture over a weak network. */
const pictureTimeout = 60_000;

export function pathOf(id: string): string {
  return `me/appeals/${encodeURIComponent(id)}`;
}

/** @returns its id @throws ApiError, PictureError */
export async function sendPicture(picture: PickedPicture): Promise<string> {
  const upload = await picture.read();
  const { id } = await request<Evidence>('POST', 'me/evidence', upload, { timeout: pictureTimeout });

  return id;
}

/** @throws ApiError */
export function createAppeal(wish: AppealCreate): Promise<Appeal> {
  return request<Appeal>('POST', 'me/appeals', wish);
}

/** @throws ApiError */
export function addToAppeal(id: string, addition: AppealAddition): Promise<Appeal> {
  return request<Appeal>('POST', `${pathOf(id)}/additions`, addition);
}

/** @throws ApiError */
export function withdrawAppeal(id: string): Promise<Appeal> {
  return request<Appeal>('POST', `${pathOf(id)}/withdraw`);
}

/** What `<Image>` shows of a picture that was sent earlier; undefined when it cannot be had. */
export async function sentPicture(id: string): Promise<string | undefined> {
  try {
    const url = `${apiOrigin()}/api/v1/me/evidence/${encodeURIComponent(id)}`;

    return await privateFile(url, await currentAccessToken());
  } catch {
    return undefined;
  }
}
