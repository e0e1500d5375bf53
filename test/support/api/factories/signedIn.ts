import type { Services } from '../../../../api/src/context';
import { buildStaff, type BuiltStaff } from './buildStaff';
import { signIn } from './signIn';

/** A staff member with the header of a session. */
export async function signedInStaff(
  services: Services,
  given: Parameters<typeof buildStaff>[1] = {},
): Promise<BuiltStaff & { auth: { authorization: string } }> {
  const built = await buildStaff(services, given);

  return { ...built, auth: await signIn(services, built) };
}
