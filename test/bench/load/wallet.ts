import type { KeyObject } from 'node:crypto';

import { readSecrets } from '../../../api/src/base/secrets';
import { codeKeyFromMaterial } from '../../../api/src/codes/keys';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { Tokens, type Audience } from '../../../api/src/privacy/tokens';
import type { Crew } from '../crew/crewFile';
import { deviceKeyOf } from '../crew/deviceKeys';

/** Well within the 10 minutes that an access token lives. */
const freshForMs = 240_000;

/** Makes what people carry with the keys of the installation: access tokens, and personal codes good for a minute. */
export class Wallet {
  private readonly tokens: Tokens;

  private readonly codeKey;

  private readonly signed = new Map<string, { at: number; tokens: string[] }>();

  constructor(
    private readonly crew: Crew,
    secretsFile: string,
  ) {
    const { sessionSecret, codeKeys } = readSecrets(secretsFile);
    const newest = codeKeys.at(-1);
    if (!newest) {
      throw new Error('no key for personal codes');
    }
    this.tokens = new Tokens(Buffer.from(sessionSecret, 'base64'));
    this.codeKey = codeKeyFromMaterial(newest);
  }

  personTokens(): string[] {
    return this.fresh('persons', 'account');
  }

  guardTokens(): string[] {
    return this.fresh('guards', 'staff');
  }

  readerTokens(): string[] {
    return this.fresh('readers', 'staff');
  }

  /** In the order of the crew's devices. */
  deviceKeys(): KeyObject[] {
    return this.crew.devices.map(({ seed }) => deviceKeyOf(seed).privateKey);
  }

  /** Codes as their owners show them now. */
  personalCodes(): string[] {
    const now = Date.now();

    return this.crew.persons.map(({ reference }) =>
      issuePersonalCode(this.codeKey, { reference: Buffer.from(reference, 'hex'), colour: 1, now }),
    );
  }

  private fresh(who: 'persons' | 'guards' | 'readers', audience: Audience): string[] {
    const now = Date.now();
    const kept = this.signed.get(who);
    if (kept && now - kept.at < freshForMs) {
      return kept.tokens;
    }
    const tokens = this.crew[who].map(({ sessionId }) =>
      this.tokens.signAccess({ sessionId, audience }, now),
    );
    this.signed.set(who, { at: now, tokens });

    return tokens;
  }
}
