import { chmodSync, writeFileSync } from 'node:fs';

import { StartRefused } from '../../../../api/src/base/errors';
import { readSecrets, type Secrets } from '../../../../api/src/base/secrets';
import { newKey, newSecrets, writeSecrets } from '../../../support/api/secretsFile';

function refusalOf(content: unknown, mode?: number): string {
  const file = writeSecrets(content, mode);
  try {
    readSecrets(file);

    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);

    return error instanceof StartRefused ? error.message : '';
  }
}

function withChange(change: (secrets: Secrets) => void): Secrets {
  const secrets = newSecrets();
  change(secrets);

  return secrets;
}

test('secrets that were made are read as they are', () => {
  const secrets = newSecrets();
  expect(readSecrets(writeSecrets(secrets))).toEqual(secrets);
});

test('older keys stay in the lists', () => {
  const secrets = withChange(({ fieldKeys, codeKeys }) => {
    fieldKeys.push({ id: 2, key: newKey() });
    codeKeys.push({ id: 15, aes: newKey(), ed25519: newKey() });
  });
  expect(refusalOf(secrets)).toBe('accepted');
});

test.each([0o640, 0o604, 0o660, 0o644, 0o700 | 0o010])('a file of mode %o is refused', (mode) => {
  const file = writeSecrets();
  chmodSync(file, mode);
  expect(() => readSecrets(file)).toThrow(`chmod 600 ${file}`);
});

test('a file that is missing says which variable names it', () => {
  expect(() => readSecrets('/nowhere/secrets.json')).toThrow('ANXING_SECRETS_FILE');
});

test('what is no JSON, or JSON of another kind, is refused without being quoted', () => {
  const file = writeSecrets();
  writeFileSync(file, '{ "sessionSecret": "hush"');
  expect(() => readSecrets(file)).toThrow('is not JSON');
  expect(refusalOf('{ "sessionSecret": "hush"')).not.toContain('hush');
  expect(refusalOf('[]')).toContain('(whole file)');
  expect(refusalOf('{}')).toContain('sessionSecret, fieldKeys, indexKeys, auditSalt, codeKeys, posterKeys');
});

test.each<[string, (secrets: Secrets) => void, string]>([
  ['31 bytes', (one) => (one.sessionSecret = Buffer.alloc(31, 7).toString('base64')), 'sessionSecret'],
  ['no base64', (one) => (one.auditSalt = 'not base64!'), 'auditSalt'],
  ['no keys', (one) => (one.posterKeys = []), 'posterKeys'],
  ['a key id above 15', (one) => one.codeKeys.forEach((key) => (key.id = 16)), 'codeKeys.0.id'],
  ['a short metrics token', (one) => (one.metricsToken = 'short'), 'metricsToken'],
])('%s: the place is named', (_, change, place) => {
  expect(refusalOf(withChange(change))).toContain(place);
});

test.each([
  ['zeros', Buffer.alloc(32)],
  ['two bytes in turn', Buffer.from('ab'.repeat(16))],
  ['a word again and again', Buffer.from('changeme'.repeat(4))],
  ['a sentence', Buffer.from('The quick brown fox jumps over a')],
])('%s is no key', (_, bytes) => {
  const key = bytes.toString('base64');
  for (const change of [
    (one: Secrets) => (one.sessionSecret = key),
    (one: Secrets) => (one.fieldKeys = [{ id: 1, key }]),
    (one: Secrets) => (one.codeKeys = [{ id: 1, aes: newKey(), ed25519: key }]),
  ]) {
    const refusal = refusalOf(withChange(change));
    expect(refusal).toContain('not random');
    expect(refusal).not.toContain(key);
  }
});

test('one key for two purposes is refused', () => {
  for (const change of [
    (one: Secrets) => (one.sessionSecret = one.auditSalt),
    (one: Secrets) => (one.indexKeys = one.fieldKeys),
    (one: Secrets) => one.posterKeys.push({ id: 2, secret: one.posterKeys[0]?.secret ?? '' }),
  ]) {
    expect(refusalOf(withChange(change))).toContain('used for two purposes');
  }
});

test('two keys with one id are refused', () => {
  const secrets = withChange(({ fieldKeys }) => fieldKeys.push({ id: 1, key: newKey() }));
  expect(refusalOf(secrets)).toContain('have the same id');
});
