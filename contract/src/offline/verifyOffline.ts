import { limits } from '../limits';
import { tellScanned, type ScannedKind } from '../scanned';
import { splitCard, splitCode, splitPass, type PassParts } from './codeForms';
import { chainDown, passSteps, type Sha256 } from './passChain';
import { isPassRevoked, type Revocations } from './revocations';

/** What a verifier's machine can do. */
export interface Verifier {
  sha256: Sha256;
  /** Ed25519, RFC 8032. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** What a verifier holds. */
export interface DoorKeys {
  /** Raw Ed25519 public keys of 32 bytes by key id. */
  keys: ReadonlyMap<number, Uint8Array>;
  /** Undefined: none was ever fetched, so that no pass can be trusted. */
  revocations: Revocations | undefined;
  /** ms: the newest time that the server has told, where more is known than the list's. */
  serverTime?: number | undefined;
  /** Whether the point lets people in by a pass. */
  takesPasses: boolean;
}

/** Why something does not open a door without network. */
export type OfflineFailure =
  /** The verifier's own clock has fallen back: what is old would look new to it. */
  | 'clockWrong'
  | 'malformed'
  | 'unknownKey'
  | 'forged'
  | 'expired'
  | 'notYetValid'
  | 'revoked'
  | 'passesRefused'
  /** The list of what was revoked is too old, or there is none. */
  | 'listTooOld'
  /** It says who somebody is, not which colour he has: only the server knows. */
  | 'needsNetwork'
  | 'notACode';

export type OfflineReading =
  | { ok: true; kind: 'code' | 'pass'; colour: number; issuedAt: number }
  | { ok: false; kind: ScannedKind; failure: OfflineFailure };

/** Kinds that only the server can make something of. */
const serversKinds = new Set<ScannedKind>(['number', 'idCard', 'idNumber', 'other']);

/** What two machines' clocks may differ. */
export const skewMs = 10_000;

const codeMs = limits.codeLifetimeSeconds * 1_000;
const stepMs = limits.passStepSeconds * 1_000;

function ageFailure(from: number, until: number, now: number): OfflineFailure | undefined {
  if (now < from - skewMs) {
    return 'notYetValid';
  }

  return now >= until + skewMs ? 'expired' : undefined;
}

/** No time lies before one that the server has told already. */
function hasFallenBack({ revocations, serverTime = 0 }: DoorKeys, now: number): boolean {
  return now < Math.max(serverTime, revocations?.asOf ?? 0) - skewMs;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

interface Signed {
  keyId: number;
  signed: Uint8Array;
  signature: Uint8Array;
}

function signatureFailure(
  { verify }: Verifier,
  { keys }: DoorKeys,
  { keyId, signed, signature }: Signed,
): OfflineFailure | undefined {
  const key = keys.get(keyId);
  if (!key) {
    return 'unknownKey';
  }

  return verify(key, signed, signature) ? undefined : 'forged';
}

/** A pass shows one step at a time: a picture of it is worth nothing when the step is over. */
function passFailure(
  verifier: Verifier,
  held: DoorKeys,
  pass: PassParts,
  now: number,
): OfflineFailure | undefined {
  if (!held.takesPasses) {
    return 'passesRefused';
  }
  if (!held.revocations || now - held.revocations.asOf > limits.passHours * 3_600_000) {
    return 'listTooOld';
  }
  const from = pass.issuedAt + pass.step * stepMs;
  const failure =
    pass.step < passSteps
      ? (ageFailure(from, from + stepMs, now) ?? signatureFailure(verifier, held, pass))
      : 'malformed';
  if (failure) {
    return failure;
  }
  if (!sameBytes(chainDown(verifier.sha256, pass.id, pass.value, pass.step), pass.anchor)) {
    return 'forged';
  }

  return isPassRevoked(held.revocations, pass.id, pass.issuedAt) ? 'revoked' : undefined;
}

/**
 * Verifies what was scanned where there is no network, and no secret.
 * @param now ms by the server's clock, as far as the verifier knows it
 */
export function readOffline(
  verifier: Verifier,
  held: DoorKeys,
  scanned: string,
  now: number,
): OfflineReading {
  const { kind, text } = tellScanned(scanned);
  const refused = (failure: OfflineFailure): OfflineReading => ({ ok: false, kind, failure });
  if ((kind === 'code' || kind === 'pass') && hasFallenBack(held, now)) {
    return refused('clockWrong');
  }
  if (kind === 'code') {
    const code = splitCode(text);
    const failure = code
      ? (ageFailure(code.issuedAt, code.issuedAt + codeMs, now) ?? signatureFailure(verifier, held, code))
      : 'malformed';

    return !code || failure
      ? refused(failure ?? 'malformed')
      : { ok: true, kind, colour: code.colour, issuedAt: code.issuedAt };
  }
  if (kind === 'pass') {
    const pass = splitPass(text);
    const failure = pass ? passFailure(verifier, held, pass, now) : 'malformed';

    return !pass || failure
      ? refused(failure ?? 'malformed')
      : { ok: true, kind, colour: pass.colour, issuedAt: pass.issuedAt };
  }
  if (kind === 'card') {
    return refused(splitCard(text) ? 'needsNetwork' : 'malformed');
  }

  return refused(serversKinds.has(kind) ? 'needsNetwork' : 'notACode');
}
