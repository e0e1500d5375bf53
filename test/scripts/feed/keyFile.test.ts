import { createHash, generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { fingerprintOf, makeKeyFile, publicKeyOf, readKeyFile } from '../../../scripts/feed/keyFile.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

const folder = useTemporaryFolder();
const keys = () => path.join(folder(), 'keys');

describe('a key', () => {
  it('is written for its owner alone, as PKCS #8', () => {
    const { file } = makeKeyFile(keys());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(keys()).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('never replaces one that is there', () => {
    const { file } = makeKeyFile(keys());
    const before = readFileSync(file, 'utf8');
    expect(() => makeKeyFile(keys())).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('has the public half that the platform takes', () => {
    const { file } = makeKeyFile(keys());
    const key = readKeyFile(file);
    const publicKey = publicKeyOf(key);
    expect(publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const verifying = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    expect(verify(null, Buffer.from('x'), verifying, sign(null, Buffer.from('x'), key))).toBe(true);
  });

  it('has a fingerprint that two people can read to each other', () => {
    const publicKey = Buffer.alloc(32, 7).toString('base64url');
    const hex = createHash('sha256').update(Buffer.alloc(32, 7)).digest('hex').slice(0, 32);
    expect(fingerprintOf(publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(fingerprintOf(publicKey).replaceAll(' ', '')).toBe(hex);
  });
});

describe('readKeyFile refuses', () => {
  it('a file that others can read', () => {
    const { file } = makeKeyFile(keys());
    chmodSync(file, 0o640);
    expect(() => readKeyFile(file)).toThrow(
      expect.objectContaining({ exitCode: 77, advice: expect.stringContaining('chmod 600') }),
    );
  });

  it('a file that is not there, or holds no key', () => {
    const file = path.join(folder(), 'none.pem');
    expect(() => readKeyFile(file)).toThrow(expect.objectContaining({ exitCode: 66 }));
    writeFileSync(file, 'none', { mode: 0o600 });
    expect(() => readKeyFile(file)).toThrow(expect.objectContaining({ exitCode: 66 }));
  });

  it('a key of another kind', () => {
    const file = path.join(folder(), 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    expect(() => readKeyFile(file)).toThrow(expect.objectContaining({ exitCode: 66 }));
  });
});
