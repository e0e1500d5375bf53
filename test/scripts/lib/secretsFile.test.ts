import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { parseSecrets } from '../../../api/src/base/secrets';
import { ensureSecrets, makeSecrets } from '../../../scripts/lib/secretsFile.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

const folder = useTemporaryFolder();

function secretsFile(): string {
  return path.join(folder(), 'var/secrets.json');
}

describe('makeSecrets', () => {
  it('makes what the server accepts', () => {
    expect(() => parseSecrets(makeSecrets('demo'), 'memory')).not.toThrow();
  });

  it('makes different ones every time', () => {
    expect(makeSecrets('demo').sessionSecret).not.toBe(makeSecrets('demo').sessionSecret);
  });
});

describe('ensureSecrets', () => {
  it('makes the file for its owner alone, in a folder for its owner alone', () => {
    expect(ensureSecrets(secretsFile(), 'demo')).toBe(true);

    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(secretsFile())).mode & 0o777).toBe(0o700);
    expect(() => parseSecrets(JSON.parse(readFileSync(secretsFile(), 'utf8')), 'file')).not.toThrow();
  });

  it('never changes an existing file, and leaves no drafts', () => {
    ensureSecrets(secretsFile(), 'demo');
    const before = readFileSync(secretsFile(), 'utf8');

    expect(ensureSecrets(secretsFile(), 'demo')).toBe(false);

    expect(readFileSync(secretsFile(), 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(secretsFile()))).toEqual(['secrets.json']);
  });

  it('keeps even a file that it cannot make sense of', () => {
    const file = path.join(folder(), 'secrets.json');
    writeFileSync(file, 'cut o', { mode: 0o600 });

    expect(ensureSecrets(file, 'demo')).toBe(false);

    expect(readFileSync(file, 'utf8')).toBe('cut o');
  });

  it.each([0o640, 0o604, 0o660])('refuses a file of mode %o and says how to mend it', (mode) => {
    ensureSecrets(secretsFile(), 'demo');
    chmodSync(secretsFile(), mode);

    expect(() => ensureSecrets(secretsFile(), 'demo')).toThrow(
      expect.objectContaining({ name: 'Fault', advice: expect.stringContaining('chmod 600'), exitCode: 78 }),
    );
    expect(existsSync(secretsFile())).toBe(true);
  });
});
