import { operatorRoles, staffRoles, unitRoles, type StaffRole, type UnitKind } from '@anxing/contract/units';

import type { Point } from '../../../../api/src/models/point';
import { buildDeviceModel } from '../factories/buildDevice';
import { buildPoint, buildPoster } from '../factories/buildPoint';
import type { BuiltPerson } from '../factories/buildPerson';
import { buildStaff } from '../factories/buildStaff';
import { buildUnit } from '../factories/buildUnit';
import type { Auth } from '../factories/signedIn';
import { consentingAccount, signedInPerson } from '../factories/signedInResident';
import { signIn } from '../factories/signIn';
import { verifiedStaff, type VerifiedStaff } from '../factories/verifiedStaff';
import { newSigningKey } from '../feedClient';
import { inventPhone } from '../invented';
import type { Targets, World } from './world';

/** An account with a session. */
export interface WalkAccount {
  auth: Auth;
  /** Of which he reads the codes; none of an account of which he only knows the password. */
  phone: string;
}

/** One human being who tries everything, under each account that he has. */
export interface Caller {
  name: string;
  accounts: WalkAccount[];
  /** Where he works, if he does. */
  unitId: string;
  point: Point;
  /** A key for feeds that he proposes, and a channel of its own. */
  key: ReturnType<typeof newSigningKey>;
  channel: string;
  /** Whose colour he would change is himself. */
  isTarget: boolean;
  /** He tries everything a second time. */
  isPatient: boolean;
  /** The last good answer to each route, by method and path. */
  seen: Map<string, unknown>;
  /** Routes at which he was turned away at the door. */
  closed: Set<string>;
}

export interface CallerKind {
  name: string;
  build(world: World): Promise<Caller>;
}

let channels = 0;

function callerOf(name: string, world: World, given: Partial<Caller>): Caller {
  channels += 1;

  return {
    name,
    accounts: [{ auth: {}, phone: inventPhone() }],
    unitId: world.point.unitId,
    point: world.point,
    key: newSigningKey(),
    channel: `walk-${channels}`,
    isTarget: false,
    isPatient: true,
    seen: new Map(),
    closed: new Set(),
    ...given,
  };
}

/** A unit with a point, a poster, models of devices, and a colleague who could be made to do something. */
async function workplace({ api }: World, kind: UnitKind) {
  const unit = await buildUnit(api.services, { kind });
  const point = await buildPoint(api.services, { unit });
  await buildPoster(api.services, point);
  await buildStaff(api.services, { unit, roles: ['guard'] });
  for (const state of ['approved', 'waiting', 'open'] as const) {
    await buildDeviceModel(api.services, unit.id, { model: `AX-${state}`, state });
  }

  return { unit, point };
}

interface StaffKind {
  kind: UnitKind;
  roles: StaffRole[];
  /** Whoever is behind it, unless it is somebody new. */
  person?: keyof Targets;
  accounts?: number;
}

async function staffCaller(name: string, world: World, { kind, roles, person, accounts = 1 }: StaffKind) {
  const { unit, point } = await workplace(world, kind);
  const staff: VerifiedStaff[] = [];
  let behind: BuiltPerson | undefined = person && world.targets[person];
  for (let count = 0; count < accounts; count += 1) {
    const one = await verifiedStaff(world.api.services, {
      unit,
      roles,
      ...(behind ? { person: behind } : {}),
    });
    behind = one.person;
    staff.push(one);
  }

  return callerOf(name, world, {
    accounts: staff,
    unitId: unit.id,
    point,
    isTarget: person !== undefined,
    isPatient: operatorRoles.every((role) => roles.includes(role)),
  });
}

const staffOf = (kind: UnitKind, roles: readonly StaffRole[]): CallerKind[] =>
  roles.map((role) => {
    const name = `${role} of a unit of the kind ${kind}`;

    return { name, build: (world) => staffCaller(name, world, { kind, roles: [role] }) };
  });

function staffWith(name: string, given: StaffKind): CallerKind {
  return { name, build: (world) => staffCaller(name, world, given) };
}

function target(who: keyof Targets): CallerKind {
  const name = `the resident himself (${who})`;

  return {
    name,
    async build(world) {
      const { phone } = world.targets[who];
      const auth = await signIn(world.api.services, world.targets[who]);

      return callerOf(name, world, { accounts: [{ auth, phone }], isTarget: true });
    },
  };
}

/** Everything at once, as one human being of the operator: the mightiest of all. */
export const mightiest = staffWith('one person with every role of the operator', {
  kind: 'operator',
  roles: [...operatorRoles],
});

export const callerKinds: readonly CallerKind[] = [
  { name: 'nobody', build: async (world) => callerOf('nobody', world, {}) },
  target('ill'),
  target('arrived'),
  target('well'),
  {
    name: 'another resident',
    async build(world) {
      return callerOf('another resident', world, { accounts: [await signedInPerson(world.api.services)] });
    },
  },
  {
    name: 'an account that is not verified',
    async build(world) {
      const account = await consentingAccount(world.api.services, { kind: 'wechat' });

      return callerOf('an account that is not verified', world, { accounts: [account] });
    },
  },
  ...staffOf('operator', operatorRoles),
  ...staffOf('hospital', unitRoles),
  ...staffOf('school', ['owner', 'clerk', 'guard']),
  mightiest,
  staffWith('one person with two accounts that have every role of the operator', {
    kind: 'operator',
    roles: [...operatorRoles],
    accounts: 2,
  }),
  staffWith('whom it is about, with two accounts that have every role of the operator', {
    kind: 'operator',
    roles: [...operatorRoles],
    accounts: 2,
    person: 'ill',
  }),
  {
    name: 'one person who knows the password of a colleague',
    async build(world) {
      const name = 'one person who knows the password of a colleague';
      const caller = await mightiest.build(world);
      const colleague = await verifiedStaff(world.api.services, { roles: [...operatorRoles] });
      const auth = await signIn(world.api.services, colleague, { provenAt: null });

      return { ...caller, name, accounts: [...caller.accounts, { auth, phone: '' }] };
    },
  },
  staffWith('one person with every role there is, at a hospital', {
    kind: 'hospital',
    roles: [...staffRoles],
  }),
];
