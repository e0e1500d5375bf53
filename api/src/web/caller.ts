import type { Abilities, StaffRole } from '@anxing/contract/units';

import type { Actor } from '../storage/scene';
import type { Account } from '../models/account';
import type { Device } from '../models/device';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Session } from '../models/session';
import type { Staff } from '../models/staff';
import type { Unit } from '../models/unit';

export interface Nobody {
  kind: 'nobody';
  /** Was somebody, until the session or its token ended. */
  hasExpired?: true;
}

/** A resident's account; the person is there once the identity is verified at L4. */
export interface AccountCaller {
  kind: 'account';
  session: Session;
  account: Account;
  person: Person | null;
}

export interface StaffCaller {
  kind: 'staff';
  session: Session;
  staff: Staff;
  unit: Unit;
  roles: StaffRole[];
  abilities: Abilities;
}

/** A device whose request was signed with its own key. */
export interface DeviceCaller {
  kind: 'device';
  device: Device;
  unit: Unit;
  /** Where it was put. */
  point: Point;
}

export type Caller = Nobody | AccountCaller | StaffCaller | DeviceCaller;

export const nobody: Nobody = { kind: 'nobody' };

/** The caller as the actor of a change. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case 'account':
      return { kind: 'account', id: caller.account.id, unitId: null };
    case 'staff':
      return {
        kind: 'staff',
        id: caller.staff.id,
        unitId: caller.unit.id,
        sessionId: caller.session.id,
      };
    case 'device':
      return { kind: 'device', id: caller.device.id, unitId: caller.unit.id };
    default:
      return { kind: 'system', id: 'anonymous', unitId: null };
  }
}
