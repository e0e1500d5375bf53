import type { Services } from '../../../../api/src/context';
import { buildStaff, type BuiltStaff } from './buildStaff';
import { signIn } from './signIn';

/** The header of a session; empty for nobody. */
export type Auth = { authorization?: string };

/** A staff member with the header of a session. */
export async function signedInStaff(
  services: Services,
  given: Parameters<typeof buildStaff>[1] = {},
): Promise<BuiltStaff & { auth: Auth }> {
  const built = await buildStaff(services, given);

  return { ...built, auth: await signIn(services, built) };
}
