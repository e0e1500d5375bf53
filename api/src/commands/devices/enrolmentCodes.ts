import { createHash, randomInt } from 'node:crypto';

import {
  enrolmentAlphabet,
  enrolmentLength,
  normaliseEnrolmentCode,
  showEnrolmentCode,
} from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';

export interface NewCode {
  /** As it is shown, once. */
  code: string;
  /** As it is stored: 79 bits of chance need no slow hash. */
  hash: string;
  /** ms */
  expiresAt: number;
}

function hashOf(code: string): string {
  return createHash('sha256').update(`enrolment ${code}`).digest('hex');
}

/** @param now ms */
export function newEnrolmentCode(now: number): NewCode {
  const characters = Array.from({ length: enrolmentLength }, () =>
    enrolmentAlphabet.charAt(randomInt(enrolmentAlphabet.length)),
  );
  const code = characters.join('');

  return {
    code: showEnrolmentCode(code),
    hash: hashOf(code),
    expiresAt: now + limits.enrolmentHours * 3_600_000,
  };
}

/** How a code that somebody typed is stored; undefined when it is none. */
export function hashOfEnrolmentCode(typed: string): string | undefined {
  const code = normaliseEnrolmentCode(typed);

  return code && hashOf(code);
}
