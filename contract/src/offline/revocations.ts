import { passIdBytes } from './codeForms';
import { base64urlOf } from './base64url';

/** A pass that was void before it ended: whoever has it is another colour since. */
export interface RevokedPass {
  /** base64url of the pass's id. */
  id: string;
  /** ms: passes issued before are void, later ones tell the new colour. */
  before: number;
}

/** What a verifier holds of what was revoked. */
export interface Revocations {
  /** ms, by the server's clock: as of when. */
  asOf: number;
  passes: ReadonlyMap<string, number>;
  cards: ReadonlySet<string>;
}

export function isPassRevoked({ passes }: Revocations, id: Uint8Array, issuedAt: number): boolean {
  if (id.length !== passIdBytes) {
    return true;
  }
  const before = passes.get(base64urlOf(id));

  return before !== undefined && issuedAt < before;
}

/** What was held, and what the server tells since. @param oldest ms: passes of before have ended by themselves */
export function joinRevocations(
  held: Revocations | undefined,
  told: { asOf: number; passes: readonly RevokedPass[]; cards: readonly string[] },
  oldest: number,
): Revocations {
  const passes = new Map(held?.passes);
  for (const { id, before } of told.passes) {
    passes.set(id, Math.max(before, passes.get(id) ?? 0));
  }
  const current = [...passes].filter(([, before]) => before > oldest);

  return {
    asOf: told.asOf,
    passes: new Map(current),
    cards: new Set([...(held?.cards ?? []), ...told.cards]),
  };
}
