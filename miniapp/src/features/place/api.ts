import type { PosterPlace } from '@anxing/contract/visits';

import { request } from '../../lib/request';

/** @throws ApiError */
export function fetchPlace(poster: string): Promise<PosterPlace> {
  return request<PosterPlace>('GET', `posters/${encodeURIComponent(poster)}`);
}
