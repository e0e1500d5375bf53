import { Caller } from '../caller';
import { keepSession } from '../sessionKeeper';
import { useStore } from '../store';
import type { Call, Method } from '../transport';

/** The session of a staff member (法人用户), beside the resident's on the same phone. */
export const staffSession = keepSession('staffSession');

const caller = new Caller(staffSession);

/** Calls the API as the staff member. @param path below `/api/v1/` @throws ApiError */
export function staffRequest<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: Pick<Call, 'timeout'> = {},
): Promise<T> {
  return caller.request<T>(method, path, body, options);
}

/** The password of a first sign-in, so that nobody types it twice; it is never stored. */
let typedPassword = '';

/** @throws ApiError */
export async function signInStaff(phone: string, password: string): Promise<void> {
  const { mustChangePassword } = await staffSession.signIn({ grant: 'password', phone, password });
  typedPassword = mustChangePassword ? password : '';
}

/** The initial password that was typed a moment ago; empty when the program was started anew since. */
export function initialPassword(): string {
  return typedPassword;
}

export function forgetInitialPassword(): void {
  typedPassword = '';
}

export function useStaffSignedIn(): boolean {
  return useStore(staffSession.store) !== undefined;
}
