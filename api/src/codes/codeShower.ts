import { issuePersonalCode, personalCodeLifetimeMs } from './personalCode';
import type { KeyRing } from './keyRing';
import type { CodeKey } from './keys';

/** A code as it was signed. */
export interface SignedCode {
  qr: string;
  colour: number;
  /** ms */
  issuedAt: number;
  /** ms */
  expiresAt: number;
}

/** ms for which a signed code is handed out again; the client asks anew after as long. */
const reusedForMs = 40_000;
const kept = 200_000;

/**
 * Signs a person's code once in 40 s, however often it is asked for: the signature is what costs most. Kept in this
 * process, since asking another one costs as much as signing.
 */
export class CodeShower {
  private readonly signed = new Map<string, SignedCode>();

  constructor(private readonly ring: KeyRing<CodeKey>) {}

  /**
   * @param reference the person's code reference, in hex
   * @param colour 0–255; another colour is another code at once
   * @param now ms
   */
  show(reference: string, colour: number, now: number): SignedCode {
    const last = this.signed.get(reference);
    const age = last ? now - last.issuedAt : Infinity;
    if (last && last.colour === colour && age >= 0 && age < reusedForMs) {
      return last;
    }

    return this.renew(reference, colour, now);
  }

  /** Another one than before: a gate that the one before has opened opens for this one. */
  renew(reference: string, colour: number, now: number): SignedCode {
    const issuedAt = Math.floor(now / 1000) * 1000;
    const code: SignedCode = {
      qr: issuePersonalCode(this.ring.current, { reference: Buffer.from(reference, 'hex'), colour, now }),
      colour,
      issuedAt,
      expiresAt: issuedAt + personalCodeLifetimeMs,
    };
    // The newest stands last, so that the first one is the oldest.
    this.signed.delete(reference);
    this.signed.set(reference, code);
    if (this.signed.size > kept) {
      const [oldest = reference] = this.signed.keys();
      this.signed.delete(oldest);
    }

    return code;
  }
}
