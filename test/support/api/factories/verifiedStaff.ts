import type { Services } from '../../../../api/src/context';
import { buildAccount, buildPerson, type BuiltPerson } from './buildPerson';
import type { BuiltStaff } from './buildStaff';
import { buildUnit } from './buildUnit';
import { signedInStaff, type Auth } from './signedIn';

type Given = Parameters<typeof signedInStaff>[1] & { person?: BuiltPerson };

export type VerifiedStaff = BuiltStaff & { auth: Auth; person: BuiltPerson };

/** A staff member behind whose phone a verified person stands, with the header of a session. */
export async function verifiedStaff(
  services: Services,
  { person, ...given }: Given = {},
): Promise<VerifiedStaff> {
  const behind = person ?? (await buildPerson(services));
  const built = await signedInStaff(services, given);
  await buildAccount(services, { phoneText: built.phone, personId: behind.person.id });

  return { ...built, person: behind };
}

/** Who works for the operator on risk: one proposes and answers, another one approves. */
export async function operatorCrew(
  services: Services,
): Promise<{ rules: VerifiedStaff; approver: VerifiedStaff }> {
  const unit = await buildUnit(services, { kind: 'operator', name: '示例运营中心' });

  return {
    rules: await verifiedStaff(services, { unit, roles: ['rules'] }),
    approver: await verifiedStaff(services, { unit, roles: ['approver'] }),
  };
}
