import type { Division, DivisionList } from '@anxing/contract/divisions';
import type { ClaimRequest, PersonalCode } from '@anxing/contract/me';

import { readStored, writeStored } from '../../lib/storage';
import { request } from '../../lib/request';

/** What may be shown of a code that is not current: never what a scanner could read. */
export type LastCode = Pick<PersonalCode, 'colour' | 'name' | 'number' | 'asOf' | 'serverTime'>;

export function lastCode(): LastCode | undefined {
  return readStored<LastCode>('lastCode');
}

function keep(code: PersonalCode): PersonalCode {
  const { colour, name, number, asOf, serverTime } = code;
  writeStored('lastCode', { colour, name, number, asOf, serverTime } satisfies LastCode);

  return code;
}

/** The code of this moment; within 40 s the same. @throws ApiError */
export async function fetchCode(): Promise<PersonalCode> {
  return keep(await request<PersonalCode>('GET', 'me/code'));
}

/** Another code than before: a gate opens once for each. @throws ApiError */
export async function renewCode(): Promise<PersonalCode> {
  return keep(await request<PersonalCode>('POST', 'me/code/renewals'));
}

/** @throws ApiError */
export async function claimCode(where: ClaimRequest): Promise<void> {
  await request('POST', 'me/code', where);
}

/** The provinces, or what lies in a province or city at once. @throws ApiError */
export async function fetchDivisions(within: string | undefined): Promise<Division[]> {
  const { items } = await request<DivisionList>('GET', within ? `divisions?within=${within}` : 'divisions');

  return items;
}
