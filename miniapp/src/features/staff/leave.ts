import { forgetDesk, leaveDesk } from '../../lib/staff/desk';
import { sendLate } from '../../lib/staff/sendLate';
import { forgetInitialPassword, staffRequest, staffSession } from '../../lib/staff/session';
import { endDuty } from './api';
import { endTurn } from './checking';
import { forgetToday } from './today';

/** Signs off at the point. @throws ApiError */
export async function goOffDuty(): Promise<void> {
  await endDuty();
  leaveDesk();
}

async function tryTo(task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch {
    // Duty and session end by themselves on the server.
  }
}

/** Ends the staff member's session and takes what he saw off the phone; the resident's session stays as it is. */
export async function leaveStaff(): Promise<void> {
  await sendLate();
  await tryTo(endDuty);
  await tryTo(() => staffRequest('DELETE', 'sessions/current'));
  staffSession.forget();
  forgetInitialPassword();
  forgetDesk();
  forgetToday();
  endTurn();
}
