import { limits } from '../limits';
import { codePrefixes } from '../scanned';
import { base64urlOf, bytesOfBase64url } from './base64url';
import { chainBytes, passIdPlace, signedPassBytes } from './codeForms';

/** SHA-256 of some bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** How often a pass can be shown: one step after the other, until its hours are over. */
export const passSteps = (limits.passHours * 3_600) / limits.passStepSeconds;

const stepMs = limits.passStepSeconds * 1_000;

/**
 * One step down the chain: SHA-256 over the pass's id and the value, cut to 16 bytes. Who saw the value of one step
 * cannot tell the next one, only those before (Lamport, Password Authentication with Insecure Communication, 1981).
 */
export function chainStep(sha256: Sha256, passId: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(passId.length + value.length);
  bytes.set(passId);
  bytes.set(value, passId.length);

  return sha256(bytes).subarray(0, chainBytes);
}

/** So many steps down the chain. */
export function chainDown(sha256: Sha256, passId: Uint8Array, value: Uint8Array, steps: number): Uint8Array {
  let reached = value;
  for (let step = 0; step < steps; step += 1) {
    reached = chainStep(sha256, passId, reached);
  }

  return reached;
}

/** Which step is shown now, counted from 0; undefined before the first one and when the pass is over. */
export function stepAt(issuedAt: number, now: number): number | undefined {
  const step = Math.floor((now - issuedAt) / stepMs);

  return step >= 0 && step < passSteps ? step : undefined;
}

/** When a step is over, ms. */
export function stepEnd(issuedAt: number, step: number): number {
  return issuedAt + (step + 1) * stepMs;
}

/** What the server hands to a phone: the signed part, and the secret end of the chain. */
export interface PassSecret {
  /** base64url of the signed part. */
  signed: string;
  /** base64url of 16 bytes. */
  seed: string;
  /** ms, by the server's clock */
  issuedAt: number;
}

/**
 * What the phone shows at a moment.
 * @param now ms by the server's clock, as far as the phone knows it
 * @returns undefined when the pass is over
 */
export function showPass(sha256: Sha256, pass: PassSecret, now: number): string | undefined {
  const step = stepAt(pass.issuedAt, now);
  const signed = bytesOfBase64url(pass.signed, signedPassBytes);
  const seed = bytesOfBase64url(pass.seed, chainBytes);
  if (step === undefined || !signed || !seed) {
    return undefined;
  }
  const value = chainDown(sha256, signed.subarray(...passIdPlace), seed, passSteps - step);
  const shown = new Uint8Array([...signed, step >> 8, step & 0xff, ...value]);

  return codePrefixes.pass + base64urlOf(shown);
}
