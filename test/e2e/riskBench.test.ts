import { spawn } from 'node:child_process';
import { once } from 'node:events';

jest.setTimeout(300_000);

/** Everything that the bench of the colours does, with so few rows and people that it says nothing about speed. */
test('the bench of feeds and colours runs, and every count is right', async () => {
  const args = ['risk', '--rows', '1000', '--people', '1000', '--seconds', '1'];
  const child = spawn(process.execPath, ['scripts/bench.mjs', ...args]);
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const [code] = (await once(child, 'exit')) as [number];

  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toContain('every count is as it must be');
  // A thousand, two who operate, and 320 guards.
  expect(said).toMatch(/✔ killed when \d+ of 1322 were judged/);
});
