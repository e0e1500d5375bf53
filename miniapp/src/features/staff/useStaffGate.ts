import { useCallback, useEffect, useState } from 'react';

import type { OwnUnit } from '@anxing/contract/units';

import { asApiError, type ApiError } from '../../lib/apiError';
import { desk, keepDesk, leaveDesk } from '../../lib/staff/desk';
import { startAt } from '../../lib/navigation';
import { staffSession, useStaffSignedIn } from '../../lib/staff/session';
import { fetchDuty, fetchOwnUnit } from './api';

export type StaffGate =
  | { state: 'checking' }
  | { state: 'open'; own?: OwnUnit }
  | { state: 'signedOut' }
  | { state: 'forbidden' }
  | { state: 'problem'; error: ApiError };

/** What a page is for: the password comes before the point, the point before the scans. */
export type StaffStep = 'password' | 'post' | 'work';

function stepOf({ staff }: OwnUnit): StaffStep {
  if (staff.mustChangePassword) {
    return 'password';
  }

  return desk.get()?.isOnDuty && desk.get()?.staffId === staff.id ? 'work' : 'post';
}

const pages = { password: 'staffPassword', post: 'staffPost', work: 'staffHome' } as const;

/** Signed on elsewhere, or off by an administrator: what the phone kept does not count any more. */
async function compareDuty({ staff, unit }: OwnUnit): Promise<void> {
  const known = desk.get();
  if (!known?.isOnDuty || known.staffId !== staff.id) {
    return;
  }
  const { duty, endedBy } = await fetchDuty();
  if (desk.get() !== known) {
    // A check has found out more meanwhile.
    return;
  }
  if (duty?.point.id === known.point.id) {
    keepDesk({ ...known, staffName: staff.name, unitName: unit.name });
  } else {
    leaveDesk(endedBy ? 'duty_ended' : 'duty_required');
  }
}

/** Known from last time, so that a guard without network can go on. */
function knownGate(step: StaffStep): StaffGate {
  if (!staffSession.isSignedIn()) {
    return { state: 'signedOut' };
  }

  return step === 'work' && desk.get()?.isOnDuty ? { state: 'open' } : { state: 'checking' };
}

/** Lets only staff who may check people onto a page, and leads to the step that is in the way. */
export function useStaffGate(step: StaffStep, isShown: boolean) {
  const isSignedIn = useStaffSignedIn();
  const [gate, setGate] = useState<StaffGate>(() => knownGate(step));

  const check = useCallback(async () => {
    if (!staffSession.isSignedIn()) {
      setGate({ state: 'signedOut' });

      return;
    }
    try {
      const own = await fetchOwnUnit();
      if (!own.abilities.checkPeople) {
        setGate({ state: 'forbidden' });

        return;
      }
      if (step === 'work' && !own.staff.mustChangePassword) {
        await compareDuty(own);
      }
      const due = stepOf(own);
      // Where one stands may be changed while on duty.
      if (due === step || (due === 'work' && step === 'post')) {
        setGate({ state: 'open', own });
      } else {
        await startAt(pages[due]);
      }
    } catch (cause) {
      const error = asApiError(cause);
      setGate((before) =>
        before.state === 'open' && error.isPassing ? before : { state: 'problem', error },
      );
    }
  }, [step]);

  useEffect(() => {
    if (isShown) {
      void check();
    }
  }, [isShown, check]);

  return { gate: isSignedIn ? gate : ({ state: 'signedOut' } as const), check };
}
