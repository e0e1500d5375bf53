import type { StaffRole } from '@anxing/contract/units';
import type { Response, Test } from 'supertest';

import { buildAccount, buildPerson } from './factories/buildPerson';
import { buildStaff } from './factories/buildStaff';
import type { Auth } from './factories/signedIn';
import { signIn } from './factories/signIn';
import type { TestApi } from './testApi';

type Send = (auth: Auth) => Test;

/** The code of an error answer. */
export function codeOf(response: Response): string {
  return response.body.error.code;
}

/** `path: what is said of it` for every wrong field of an answer, in order of path. */
export function faultsOf(response: Response): Record<string, string> {
  const fields = (response.body.error.fields ?? []) as { path: string; messageEn: string }[];

  return Object.fromEntries(
    fields.map(({ path, messageEn }) => [path, messageEn] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Nobody, a resident, staff with the initial password and staff without the role are turned away. */
export async function expectOnlyFor(api: TestApi, send: Send, outsiders: StaffRole[]): Promise<void> {
  const { services } = api;
  expect(codeOf(await send({}).expect(401))).toBe('not_signed_in');
  expect(codeOf(await send({ authorization: 'Bearer nonsense' }).expect(401))).toBe('not_signed_in');
  const resident = await signIn(services, await buildPerson(services));
  expect(codeOf(await send(resident).expect(403))).toBe('forbidden');
  const fresh = await signIn(services, await buildStaff(services, { mustChangePassword: true }));
  expect(codeOf(await send(fresh).expect(403))).toBe('password_change_required');
  for (const role of outsiders) {
    const outsider = await signIn(services, await buildStaff(services, { roles: [role] }));
    expect(codeOf(await send(outsider).expect(403))).toBe('forbidden');
  }
}

/** Nobody, staff, and a resident who is not verified are turned away. */
export async function expectOnlyForPersons(api: TestApi, send: Send): Promise<void> {
  const { services } = api;
  await expectOnlyForResidents(api, send);
  const account = await signIn(services, await buildAccount(services));
  expect(codeOf(await send(account).expect(403))).toBe('identity_required');
}

/** Nobody and staff are turned away. */
export async function expectOnlyForResidents(api: TestApi, send: Send): Promise<void> {
  const { services } = api;
  expect(codeOf(await send({}).expect(401))).toBe('not_signed_in');
  expect(codeOf(await send({ authorization: 'Bearer nonsense' }).expect(401))).toBe('not_signed_in');
  const staff = await signIn(services, await buildStaff(services));
  expect(codeOf(await send(staff).expect(403))).toBe('forbidden');
}
