import { AppError } from '../base/errors';
import type { Person } from '../models/person';
import type { Ability } from '../policies/abilities';
import type { AccountCaller, Caller, DeviceCaller, StaffCaller } from './caller';

/** Who may call a route. `audience` tells which of a browser's cookies count. */
export interface Access<C extends Caller> {
  name: string;
  audience: 'any' | 'account' | 'staff' | 'device';
  /** Whoever is not signed in, or not any more, may call as nobody. */
  isOpen?: true;
  /** The body is kept as it came, for the signature over it; the answer is signed. */
  isSigned?: true;
  admit(caller: Caller): C;
}

export type PersonCaller = AccountCaller & { person: Person };

function accountOnly(caller: Caller): AccountCaller {
  if (caller.kind === 'nobody') {
    throw new AppError('not_signed_in');
  }
  if (caller.kind !== 'account') {
    throw new AppError('forbidden');
  }

  return caller;
}

function staffOnly(caller: Caller): StaffCaller {
  if (caller.kind === 'nobody') {
    throw new AppError('not_signed_in');
  }
  if (caller.kind !== 'staff') {
    throw new AppError('forbidden');
  }

  return caller;
}

export const anyone: Access<Caller> = {
  name: 'anyone',
  audience: 'any',
  isOpen: true,
  admit: (caller) => caller,
};

/** A source that delivers a feed: nobody is signed in, and the handler checks the signature before it reads anything. */
export const signingSource: Access<Caller> = { ...anyone, name: 'source with a signing key' };

/** A device with its own key, at a point of a unit: every request is signed, nobody is signed in. */
export const signedDevice: Access<DeviceCaller> = {
  name: 'enrolled device, by signature',
  audience: 'device',
  isSigned: true,
  admit: (caller) => {
    if (caller.kind !== 'device') {
      throw new AppError('signature_missing');
    }

    return caller;
  },
};

/** A device that the server does not know yet: the handler checks that it holds the key that it names. */
export const signingKey: Access<Caller> = {
  ...anyone,
  name: 'anyone, signed by the key named',
  isSigned: true,
};

/** A resident who is signed in, verified or not. */
export const resident: Access<AccountCaller> = { name: 'resident', audience: 'account', admit: accountOnly };

/** A resident whose identity is verified at L4. */
export const verifiedPerson: Access<PersonCaller> = {
  name: 'verified resident',
  audience: 'account',
  admit: (caller) => {
    const account = accountOnly(caller);
    if (!account.person) {
      throw new AppError('identity_required');
    }

    return { ...account, person: account.person };
  },
};

/** A verified resident who has claimed a code. */
export const codeHolder: Access<PersonCaller> = {
  name: 'resident with a code',
  audience: 'account',
  admit: (caller) => {
    const verified = verifiedPerson.admit(caller);
    if (verified.person.claimedAt === null) {
      throw new AppError('code_required');
    }

    return verified;
  },
};

/** Any staff member, even before the first password is changed. */
export const anyStaff: Access<StaffCaller> = { name: 'staff', audience: 'staff', admit: staffOnly };

/** Staff with any role, once the initial password is changed. */
export const workingStaff: Access<StaffCaller> = {
  name: 'staff with a password of their own',
  audience: 'staff',
  admit: (caller) => {
    const staff = staffOnly(caller);
    if (staff.staff.mustChangePassword) {
      throw new AppError('password_change_required');
    }

    return staff;
  },
};

/** Staff with an ability; the initial password must be changed first. */
export function staffWho(ability: Ability): Access<StaffCaller> {
  return {
    name: `staff: ${ability}`,
    audience: 'staff',
    admit: (caller) => {
      const staff = workingStaff.admit(caller);
      if (!staff.abilities[ability]) {
        throw new AppError('forbidden');
      }

      return staff;
    },
  };
}

/** Staff of the platform's operator with an ability that staff of other units may have too. */
export function operatorWho(ability: Ability): Access<StaffCaller> {
  return {
    name: `operator: ${ability}`,
    audience: 'staff',
    admit: (caller) => {
      const staff = staffWho(ability).admit(caller);
      if (staff.unit.kind !== 'operator') {
        throw new AppError('forbidden');
      }

      return staff;
    },
  };
}

/** Staff with at least one of these abilities. */
export function staffWhoAny(...abilities: readonly Ability[]): Access<StaffCaller> {
  return {
    name: `staff: ${abilities.join(' or ')}`,
    audience: 'staff',
    admit: (caller) => {
      const staff = workingStaff.admit(caller);
      if (!abilities.some((ability) => staff.abilities[ability])) {
        throw new AppError('forbidden');
      }

      return staff;
    },
  };
}
