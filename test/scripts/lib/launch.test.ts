import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { useTemporaryFolder } from '../temporaryFolder';

function node(args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });

  return { code: status, out: stdout, err: stderr };
}

/** Lets a program think that it runs on another Node. */
function pretend(version: string): string {
  const script = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;

  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

describe('an old Node', () => {
  it.each(['start', 'dev', 'build', 'test', 'types', 'api', 'secrets'])(
    'is told what to install by the command %s, and nothing else happens',
    (command) => {
      const script = path.resolve(`scripts/${command}.mjs`);
      const { code, out, err } = node([pretend('16.20.2'), script]);

      expect(err.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^Node\.js 16\.20\.2 版本过旧，需要 20\.19\.0 或更高版本/),
        expect.stringMatching(/^Node\.js 16\.20\.2 is too old; 20\.19\.0 or later is needed/),
      ]);
      expect(out).toBe('');
      expect(code).toBe(1);
    },
  );

  it('is none when it is new enough', () => {
    const { code, out } = node([pretend('22.0.0'), path.resolve('scripts/start.mjs'), '--help']);

    expect(out).toContain('npm start');
    expect(code).toBe(0);
  });
});

describe('a fault of the system', () => {
  const folder = useTemporaryFolder();

  it('is told with what to do, without a stack', () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    const wanted = path.join(file, 'secrets.json');
    const { code, err } = node([path.resolve('scripts/secrets.mjs'), wanted]);

    expect(err).toContain(`无法使用 ${file} / ${file} cannot be used`);
    expect(err).toContain('A file stands where a folder should be');
    expect(err).not.toContain(' at ');
    expect(code).toBe(1);
    expect(existsSync(wanted)).toBe(false);
  });
});
