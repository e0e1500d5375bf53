import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

import jwt from 'jsonwebtoken';

import { limits } from '@anxing/contract/limits';

import { idFromBytes, idToBytes } from '../base/ids';

const issuer = 'anxing';
const algorithm = 'HS256';

export type Audience = 'account' | 'staff';

/** What an access token says: which session, of what kind. Everything else is looked up. */
export interface AccessClaims {
  sessionId: string;
  audience: Audience;
}

interface Verified {
  claims: AccessClaims;
  /** s */
  expires: number;
}

/** Tokens that were verified, so that a client that comes again is not verified again. */
const verifiedKept = 50_000;

/** Access tokens (JWT, HS256, 10 min) and rotating opaque refresh tokens, both from one session secret. */
export class Tokens {
  private readonly accessKey: KeyObject;

  private readonly refreshKey: KeyObject;

  private readonly verified = new Map<string, Verified>();

  constructor(secret: Buffer) {
    this.accessKey = createSecretKey(createHmac('sha256', secret).update('access').digest());
    this.refreshKey = createSecretKey(createHmac('sha256', secret).update('refresh').digest());
  }

  signAccess({ sessionId, audience }: AccessClaims, now: number): string {
    const iat = Math.floor(now / 1000);

    return jwt.sign({ sid: sessionId, iat, exp: iat + limits.accessTokenSeconds }, this.accessKey, {
      algorithm,
      issuer,
      audience,
    });
  }

  /** @returns the claims, or why there are none */
  readAccess(token: string, now: number): AccessClaims | 'expired' | 'invalid' {
    const known = this.verified.get(token);
    if (known) {
      return known.expires > now / 1000 ? known.claims : 'expired';
    }

    return this.verify(token, now);
  }

  private verify(token: string, now: number): AccessClaims | 'expired' | 'invalid' {
    try {
      const claims = jwt.verify(token, this.accessKey, {
        algorithms: [algorithm],
        issuer,
        audience: ['account', 'staff'],
        clockTimestamp: Math.floor(now / 1000),
      });
      if (typeof claims === 'string' || typeof claims.sid !== 'string') {
        return 'invalid';
      }
      const found: AccessClaims = {
        sessionId: claims.sid,
        audience: claims.aud === 'staff' ? 'staff' : 'account',
      };
      this.keep(token, { claims: found, expires: claims.exp ?? 0 });

      return found;
    } catch (error) {
      return error instanceof jwt.TokenExpiredError ? 'expired' : 'invalid';
    }
  }

  /** The refresh token number `counter` of a session. Nothing of it is stored. */
  refreshToken(sessionId: string, counter: number): string {
    const head = Buffer.alloc(20);
    idToBytes(sessionId).copy(head);
    head.writeUInt32BE(counter, 16);

    return Buffer.concat([head, this.mac(head)]).toString('base64url');
  }

  readRefresh(token: string): { sessionId: string; counter: number } | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 52 || !timingSafeEqual(bytes.subarray(20), this.mac(bytes.subarray(0, 20)))) {
      return undefined;
    }

    return { sessionId: idFromBytes(bytes.subarray(0, 16)), counter: bytes.readUInt32BE(16) };
  }

  private keep(token: string, verified: Verified): void {
    if (this.verified.size >= verifiedKept) {
      const [oldest = token] = this.verified.keys();
      this.verified.delete(oldest);
    }
    this.verified.set(token, verified);
  }

  private mac(head: Buffer): Buffer {
    return createHmac('sha256', this.refreshKey).update(head).digest();
  }
}
