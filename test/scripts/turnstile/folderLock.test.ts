import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { lockFolder } from '../../../scripts/turnstile/folderLock.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

const folder = useTemporaryFolder();
const file = () => path.join(folder(), 'lock');

test('two at once are refused in words, and one after the other is not', () => {
  const letGo = lockFolder(folder());
  expect(readFileSync(file(), 'utf8')).toBe(String(process.pid));
  expect(() => lockFolder(folder())).toThrow(/Another turnstile works with/);
  letGo();
  expect(existsSync(file())).toBe(false);
  lockFolder(folder())();
});

test('a turnstile beside another one ends before it has touched anything', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)']);
  await once(other, 'spawn');
  writeFileSync(file(), String(other.pid));
  const scan = () =>
    spawnSync(
      process.execPath,
      ['scripts/turnstile.mjs', 'scan', '--state', folder(), '--once', '--text', 'x'],
      {
        encoding: 'utf8',
      },
    );
  const ended = scan();
  expect(ended.status).toBe(75);
  expect(ended.stderr).toContain(`(${other.pid})`);
  expect(readFileSync(file(), 'utf8')).toBe(String(other.pid));

  // Killed, it leaves its lock behind, which holds nobody up.
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(scan().stderr).toContain('Not enrolled yet');
  expect(existsSync(file())).toBe(false);
}, 30_000);

test.each(['', 'torn', '0', '-1'])('a lock that says “%s” is nobody’s', (text) => {
  writeFileSync(file(), text);
  lockFolder(folder())();
});
