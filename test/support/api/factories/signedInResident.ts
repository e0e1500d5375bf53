import type { Services } from '../../../../api/src/context';
import { giveConsent } from '../../../../api/src/commands/giveConsent';
import { buildAccount, buildPerson, type BuiltPerson } from './buildPerson';
import { system } from './buildUnit';
import type { Auth } from './signedIn';
import { signIn } from './signIn';

/** An account that is not verified, with the header of a session. */
export async function signedInAccount(
  services: Services,
  given: Parameters<typeof buildAccount>[1] = {},
): Promise<Awaited<ReturnType<typeof buildAccount>> & { auth: Auth }> {
  const built = await buildAccount(services, given);

  return { ...built, auth: await signIn(services, built) };
}

/** An account that has agreed to everything, ready to verify an identity. */
export async function consentingAccount(services: Services, given: Parameters<typeof buildAccount>[1] = {}) {
  const built = await signedInAccount(services, given);
  const version = services.config.brand.consentVersion;
  for (const kind of ['privacy', 'sensitive'] as const) {
    await giveConsent(services, system, built.account.id, { kind, version });
  }

  return built;
}

/** A verified person, with a code unless told, and the header of a session. */
export async function signedInPerson(
  services: Services,
  given: { claimed?: boolean } = {},
): Promise<BuiltPerson & { auth: Auth }> {
  const built = await buildPerson(services, given);

  return { ...built, auth: await signIn(services, built) };
}
