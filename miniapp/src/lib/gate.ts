import type { Me } from '@anxing/contract/me';

/** What a person has to do before a code can be shown, in this order. */
export type Step = 'consent' | 'signIn' | 'identity' | 'claim';

export interface Standing {
  /** Accepted on this phone, in the version now in force. */
  hasConsented: boolean;
  isSignedIn: boolean;
  me: Me | undefined;
}

/** A code needs the face check. */
const levelForCode = 4;

/** The next step, or undefined when the person may show a code and register. */
export function nextStep({ hasConsented, isSignedIn, me }: Standing): Step | undefined {
  if (!hasConsented) {
    return 'consent';
  }
  if (!isSignedIn || !me) {
    return 'signIn';
  }
  if (me.level < levelForCode || me.proofAgain) {
    return 'identity';
  }

  return me.hasCode ? undefined : 'claim';
}

/** The answers of the server that mean: do a step first. */
export function isStepMissing(code: string): boolean {
  return [
    'not_signed_in',
    'session_expired',
    'consent_required',
    'identity_required',
    'code_required',
  ].includes(code);
}
