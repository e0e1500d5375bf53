import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Session } from '../models/session';
import type { Staff } from '../models/staff';
import { openField } from '../privacy/sealedFields';
import { proveSmsCode } from './proveSmsCode';
import { sendSmsCode } from './sendSmsCode';

/** 11 digits. */
function phoneOf({ vault }: Services, staff: Staff): string {
  return openField(vault, 'staff', 'phone', staff, staff.phone);
}

/**
 * Sends a staff member a code to his own phone; it proves who is at a session, and signs nobody in.
 * @returns the phone
 * @throws too_many_requests, unavailable
 */
export async function sendProofCode(services: Services, origin: Origin, staff: Staff): Promise<string> {
  const phone = phoneOf(services, staff);
  await sendSmsCode(services, origin, { phone, device: staff.id }, 'staffProof');

  return phone;
}

/**
 * A password may be known to whoever made the account: with the code, the session is that of who holds the phone.
 * @throws sms_code_wrong, session_expired
 */
export async function proveSession(
  services: Services,
  origin: Origin,
  { staff, session }: { staff: Staff; session: Session },
  code: string,
): Promise<void> {
  await proveSmsCode(services, origin, phoneOf(services, staff), code, 'staffProof');
  await writeAs(services, origin, async (scene) => {
    const proven = await lockOne(Session, scene, { id: session.id, staffId: staff.id, revokedAt: null });
    if (!proven) {
      throw new AppError('session_expired');
    }
    proven.provenAt = scene.now;
    await proven.saveBy(scene);
  });
}
