import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { IdentityClaim } from '../providers/identity/identity';
import type { Allowance } from '../storage/limiter';

/** Mismatches that somebody is allowed. */
export interface Tries {
  name: string;
  key: string;
  allowance: Allowance;
}

/**
 * L3: the register knows this name with this number. What it does not know today, a counter decides.
 * @throws identity_mismatch, unavailable, too_many_requests
 */
export async function matchRegister(
  { limiter, providers }: Services,
  { name, key, allowance }: Tries,
  claim: IdentityClaim,
): Promise<void> {
  await limiter.attempt(name, key, allowance, async () => {
    const verdict = await providers.identity.matchIdentity(claim);
    if (verdict === 'mismatch') {
      throw new AppError('identity_mismatch');
    }
    if (verdict === 'unknown') {
      throw new AppError('unavailable', { retryAfter: 30 });
    }
  });
}
