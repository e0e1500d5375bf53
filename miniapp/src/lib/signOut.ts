import { request } from './request';
import { forgetSession } from './session';

/**
 * Ends the session on the server, and in any case on the phone. It goes the way of every call: an access token that
 * has ended is renewed first, or the session would live on for as long as its refresh token.
 */
export async function signOut(): Promise<void> {
  try {
    await request('DELETE', 'sessions/current');
  } catch {
    // The session on the server ends by itself.
  }
  forgetSession();
}
