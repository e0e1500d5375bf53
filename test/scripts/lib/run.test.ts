import { readFileSync } from 'node:fs';
import path from 'node:path';

import { mustRun, run } from '../../../scripts/lib/run.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

const folder = useTemporaryFolder();

function node(code: string): [string, string[]] {
  return [process.execPath, ['-e', code]];
}

describe('run', () => {
  it('collects both outputs, in memory and in a file', async () => {
    const log = path.join(folder(), 'step.log');

    const { code, output } = await run(...node("console.log('out'); console.error('err'); process.exit(3)"), {
      log,
    });

    expect(code).toBe(3);
    expect(output).toMatch(/out/);
    expect(output).toMatch(/err/);
    expect(readFileSync(log, 'utf8')).toHaveLength(output.length);
  });

  it('keeps the end of a long output, and all of it in the file', async () => {
    const log = path.join(folder(), 'step.log');

    const { output } = await run(
      ...node("for (let i = 0; i < 20000; i += 1) console.log('line', i, 'x'.repeat(40))"),
      {
        log,
      },
    );

    expect(output.length).toBeLessThan(600_000);
    expect(output).toContain('line 19999');
    expect(readFileSync(log, 'utf8')).toContain('line 0 ');
  });

  it('ends a program that takes too long, with what it started', async () => {
    const spawnsAnother =
      "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 99)'], { stdio: 'inherit' }); setInterval(() => {}, 99)";
    const since = Date.now();

    const { code, output } = await run(...node(spawnsAnother), { limitMs: 300 });

    expect(code).toBe(124);
    expect(output).toContain('stopped after');
    expect(Date.now() - since).toBeLessThan(5_000);
  });
});

describe('mustRun', () => {
  it('shows the end of the output and what to do', async () => {
    const failing = mustRun(
      'The build failed',
      ...node("console.error('ENOSPC: no space left'); process.exit(1)"),
    );

    await expect(failing).rejects.toMatchObject({
      name: 'Fault',
      message: expect.stringMatching(/^The build failed\n {4}ENOSPC/),
      advice: expect.stringContaining('disk is full'),
    });
  });
});
