import type { CurrentDuty, Duty } from '@anxing/contract/duties';
import type { IdCardRead, IdCardUpload } from '@anxing/contract/idCards';
import type { Point } from '@anxing/contract/points';
import type { RecentScanPage } from '@anxing/contract/scans';
import type { PasswordChange } from '@anxing/contract/sessions';
import type { OwnUnit } from '@anxing/contract/units';
import type { DutyRequest } from '@anxing/contract/visits';

import { staffRequest } from '../../lib/staff/session';

/** @throws ApiError */
export function fetchOwnUnit(): Promise<OwnUnit> {
  return staffRequest<OwnUnit>('GET', 'unit');
}

/** @throws ApiError */
export function changePassword(body: PasswordChange): Promise<unknown> {
  return staffRequest('PUT', 'sessions/password', body);
}

/** How many points are offered; beyond, they are looked for by name. */
export const offeredPoints = 30;

interface PointPage {
  items: Point[];
  next: string | null;
}

/** The open points where the caller may stand. @throws ApiError */
export function fetchPoints(name: string): Promise<PointPage> {
  const wanted = name ? `&q=${encodeURIComponent(name)}` : '';

  return staffRequest<PointPage>('GET', `unit/points?active=true&limit=${offeredPoints}${wanted}`);
}

/** @throws ApiError */
export function startDuty(body: DutyRequest): Promise<Duty> {
  return staffRequest<Duty>('POST', 'unit/duties', body);
}

/** @throws ApiError */
export function fetchDuty(): Promise<CurrentDuty> {
  return staffRequest<CurrentDuty>('GET', 'unit/duties/current');
}

/** @throws ApiError */
export async function endDuty(): Promise<void> {
  await staffRequest('DELETE', 'unit/duties/current');
}

/** @throws ApiError */
export function fetchRecent(id: string, cursor: string | null): Promise<RecentScanPage> {
  const after = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';

  return staffRequest<RecentScanPage>('GET', `scans/${encodeURIComponent(id)}/recent${after}`);
}

/** ms: a picture over a weak network, and reading it. */
const cardTimeout = 40_000;

/** @throws ApiError */
export function readIdCard(picture: IdCardUpload): Promise<IdCardRead> {
  return staffRequest<IdCardRead>('POST', 'scans/id-card', picture, { timeout: cardTimeout });
}
