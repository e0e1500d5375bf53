import { execFile } from 'node:child_process';
import path from 'node:path';

/** The shortest of `npm run faults`: the rest takes a quarter of an hour, and is run by hand. */
const quick = ['--quick', '--only', 'kill-api-sqlite,kill-mariadb'];

jest.setTimeout(180_000);

function runFaults(args: readonly string[]): Promise<{ code: unknown; out: string }> {
  const file = path.resolve('scripts/faults.mjs');

  return new Promise((done) => {
    execFile(process.execPath, [file, ...args], { encoding: 'utf8' }, (error, out, err) => {
      done({ code: error === null ? 0 : error.code, out: out + err });
    });
  });
}

test('what was acknowledged is stored once and counted once, whoever is killed under load', async () => {
  const { code, out } = await runFaults(quick);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('2 of 2 faults: nothing lost') });
  const lines = [...out.matchAll(/acknowledged (\d+) \/ stored (\d+) \/ doubled (\d+)/g)];
  expect(lines.map(([, acknowledged, stored, doubled]) => [acknowledged === stored, doubled])).toEqual([
    [true, '0'],
    [true, '0'],
  ]);
  expect(lines.every(([, acknowledged]) => Number(acknowledged) > 100)).toBe(true);
});
