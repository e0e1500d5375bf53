import { tellScanned } from '@anxing/contract/scanned';

import { AppError } from '../../base/errors';
import { openPass } from '../../codes/outagePass';
import { clockSkewMs, readPersonalCode, verifyOffline } from '../../codes/personalCode';
import type { Services } from '../../context';
import { codeFaults } from '../recognise/codeFault';

/** What was verified at a door without network. */
export interface LateReading {
  object: 'code' | 'pass';
  reference: Buffer;
  /** As it was signed, by the register of colours. */
  colour: number;
  /** ms; of a code nobody asks: it lives for a minute. */
  passIssuedAt?: number;
}

/** Verifiers without network bear with clocks that differ twice as much as the server's do. */
const moments = [0, -clockSkewMs, clockSkewMs];

/**
 * A code as of when it was shown. The server's own reading proves who it is; what the verifier went by is the colour, and
 * only the signature proves that.
 */
function readCode({ codeKeys }: Services, text: string, at: number): LateReading {
  const readings = moments.map((shift) => readPersonalCode(codeKeys, text, at + shift));
  const good = readings.findIndex(({ ok }) => ok);
  const reading = readings[Math.max(good, 0)];
  if (!reading?.ok) {
    throw new AppError(reading ? codeFaults[reading.failure] : 'code_unreadable');
  }
  const signed = verifyOffline(codeKeys, text, at + (moments[good] ?? 0));
  if (!signed.ok) {
    throw new AppError(codeFaults[signed.failure]);
  }

  return { object: 'code', reference: reading.content.reference, colour: signed.content.colour };
}

function readPass({ codeKeys }: Services, text: string, at: number): LateReading {
  const reading = openPass(codeKeys, text, at);
  if (!reading.ok) {
    throw new AppError(codeFaults[reading.failure]);
  }
  const { reference, colour, issuedAt } = reading.content;

  return { object: 'pass', reference, colour, passIssuedAt: issuedAt };
}

/**
 * Reads again what was verified without network, as of then: no other object can be.
 * @param at ms
 * @throws late_needs_network, pass_not_taken, code_expired and the like
 */
export function readLate(
  services: Services,
  scanned: string,
  { at, takesPasses }: { at: number; takesPasses: boolean },
): LateReading {
  const { kind, text } = tellScanned(scanned);
  if (kind === 'code') {
    return readCode(services, text, at);
  }
  if (kind !== 'pass') {
    throw new AppError('late_needs_network');
  }
  if (!takesPasses) {
    throw new AppError('pass_not_taken');
  }

  return readPass(services, text, at);
}
