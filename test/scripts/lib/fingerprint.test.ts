import { renameSync, utimesSync } from 'node:fs';
import path from 'node:path';

import { fingerprint } from '../../../scripts/lib/fingerprint.mjs';
import { useTemporaryFolder, writeFiles } from '../temporaryFolder';

const folder = useTemporaryFolder();

function hash(extra: string[] = []): string {
  return fingerprint(folder(), ['api', 'contract', 'tsconfig.json', 'absent'], extra);
}

describe('fingerprint', () => {
  let before: string;

  beforeEach(() => {
    writeFiles(folder(), {
      'api/src/main.ts': 'export const a = 1;\n',
      'api/src/web/b.ts': 'export const b = 2;\n',
      'contract/src/c.ts': 'c\n',
      'tsconfig.json': '{}\n',
    });
    before = hash();
  });

  it.each([
    ['a changed file', { 'api/src/main.ts': 'export const a = 2;\n' }],
    ['a new file', { 'api/src/web/d.ts': '' }],
    ['a changed single file', { 'tsconfig.json': '{ }\n' }],
    ['settings of a program beside it', { 'api/.env.production': 'A=1\n' }],
  ])('changes with %s', (_what, files: Record<string, string>) => {
    writeFiles(folder(), files);

    expect(hash()).not.toBe(before);
  });

  it('changes with a file’s name alone', () => {
    renameSync(path.join(folder(), 'api/src/main.ts'), path.join(folder(), 'api/src/start.ts'));

    expect(hash()).not.toBe(before);
  });

  it('changes with the settings that a build takes from outside', () => {
    expect(hash(['TARO_APP_ORIGIN=https://code.example.cn'])).not.toBe(before);
  });

  it('stays the same when files are only touched', () => {
    utimesSync(path.join(folder(), 'api/src/main.ts'), new Date(), new Date());

    expect(hash()).toBe(before);
  });

  it.each(['api/dist/main.js', 'api/node_modules/x/index.js', 'api/.swp', 'docs/page.md'])(
    'ignores %s',
    (name) => {
      writeFiles(folder(), { [name]: 'x' });

      expect(hash()).toBe(before);
    },
  );
});
