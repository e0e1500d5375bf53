import type { FamilyMember, FamilyRequest } from '@anxing/contract/family';

import { request } from '../../lib/request';

/** @throws ApiError */
export function addMember(member: FamilyRequest): Promise<FamilyMember> {
  return request<FamilyMember>('POST', 'me/family', member);
}

/** @throws ApiError */
export async function removeMember(id: string): Promise<void> {
  await request('DELETE', `me/family/${id}`);
}
