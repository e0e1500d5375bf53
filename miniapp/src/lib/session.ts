import type { SessionRequest } from '@anxing/contract/sessions';

import { keepSession } from './sessionKeeper';

/** The session of the resident. Staff have one of their own: `staff/session`. */
export const residentSession = keepSession('session');

export const sessionStore = residentSession.store;

export function forgetSession(): void {
  residentSession.forget();
}

export function isSignedIn(): boolean {
  return residentSession.isSignedIn();
}

/** @throws ApiError */
export async function signIn(request: SessionRequest): Promise<void> {
  await residentSession.signIn(request);
}

/** The access token for the next call, renewed when its time is up; undefined on H5. @throws ApiError */
export function currentAccessToken(): Promise<string | undefined> {
  return residentSession.accessToken();
}
