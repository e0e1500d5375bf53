import { signInStaff, type ApiUser } from './apiUser';
import type { RunningServer } from './server';

/** Staff who take part in a change have proven by the code to their own phone who they are. */
export async function provenStaff(server: RunningServer, role: string): Promise<ApiUser> {
  const user = await signInStaff(server, role);
  const code = server.demo.accounts.find((account) => account.role === role)?.smsCode;
  await user.post('sessions/current/proof-code');
  await user.post('sessions/current/proof', { code });

  return user;
}
