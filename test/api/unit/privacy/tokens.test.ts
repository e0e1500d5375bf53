import { randomBytes } from 'node:crypto';

import jwt from 'jsonwebtoken';

import { limits } from '@anxing/contract/limits';

import { newId } from '../../../../api/src/base/ids';
import { Tokens } from '../../../../api/src/privacy/tokens';

const now = Date.UTC(2026, 10, 21);
const sessionId = newId(now);
const tokens = new Tokens(randomBytes(32));

describe('access tokens', () => {
  const token = tokens.signAccess({ sessionId, audience: 'staff' }, now);

  test('say which session, of what kind, for ten minutes', () => {
    const end = now + limits.accessTokenSeconds * 1000;

    expect(tokens.readAccess(token, now)).toEqual({ sessionId, audience: 'staff' });
    expect(tokens.readAccess(token, end - 1_000)).toEqual({ sessionId, audience: 'staff' });
    expect(tokens.readAccess(token, end)).toBe('expired');
  });

  test('hold nothing else', () => {
    expect(Object.keys(jwt.decode(token) ?? {}).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid']);
  });

  test('of another secret, algorithm, issuer or audience are invalid', () => {
    const other = new Tokens(randomBytes(32)).signAccess({ sessionId, audience: 'account' }, now);
    const [head = '', body = '', mac = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');

    for (const wrong of [other, `${none}.${body}.`, `${none}.${body}.${mac}`, `${head}.${body}`, '', 'x']) {
      expect(tokens.readAccess(wrong, now)).toBe('invalid');
    }
  });
});

describe('refresh tokens', () => {
  test('name session and counter', () => {
    expect(tokens.readRefresh(tokens.refreshToken(sessionId, 7))).toEqual({ sessionId, counter: 7 });
  });

  test('are the same for the same counter, so that a lost answer can be given again', () => {
    expect(tokens.refreshToken(sessionId, 3)).toBe(tokens.refreshToken(sessionId, 3));
    expect(tokens.refreshToken(sessionId, 3)).not.toBe(tokens.refreshToken(sessionId, 4));
  });

  test('that were changed anywhere are refused', () => {
    const bytes = Buffer.from(tokens.refreshToken(sessionId, 1), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(tokens.readRefresh(changed.toString('base64url'))).toBeUndefined();
    }
    expect(tokens.readRefresh(bytes.subarray(0, 51).toString('base64url'))).toBeUndefined();
    expect(tokens.readRefresh('')).toBeUndefined();
  });

  test('are no access tokens', () => {
    expect(tokens.readAccess(tokens.refreshToken(sessionId, 1), now)).toBe('invalid');
  });
});
