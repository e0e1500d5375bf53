import { limits } from '../limits';
import { tellScanned } from '../scanned';
import { base64urlOf } from './base64url';
import { splitCode, splitPass } from './codeForms';
import { stepEnd } from './passChain';
import { skewMs } from './verifyOffline';

/** One showing of a code, or one step of a pass: whoever has a photo of it has the same. */
export interface Showing {
  kind: 'code' | 'pass';
  /** What no other showing has: the sealed block, which tells nobody but the server whose it is, and the step. */
  name: string;
  /** ms: when it is over, for any clock that is borne with. */
  until: number;
}

/** The showing that was scanned; undefined for what is shown again as it is, and for what has no form. */
export function showingOf(scanned: string): Showing | undefined {
  const { kind, text } = tellScanned(scanned);
  const code = kind === 'code' ? splitCode(text) : undefined;
  if (code) {
    const until = code.issuedAt + limits.codeLifetimeSeconds * 1_000 + skewMs;

    return { kind: 'code', name: base64urlOf(code.block), until };
  }
  const pass = kind === 'pass' ? splitPass(text) : undefined;
  if (pass) {
    const until = stepEnd(pass.issuedAt, pass.step) + skewMs;

    return { kind: 'pass', name: `${base64urlOf(pass.block)}.${pass.step}`, until };
  }

  return undefined;
}
