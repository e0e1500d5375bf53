import { runSteps } from '../../../scripts/testing/schedule.mjs';
import { lastLine, table, total } from '../../../scripts/testing/summary.mjs';

const good = { passed: 1, failed: 0, notes: [] };

interface Options {
  needs?: string[];
  alone?: boolean;
  fails?: boolean;
}

function recorder() {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const step = (id: string, { fails, ...options }: Options = {}) => ({
    id,
    ...options,
    work: async () => {
      running += 1;
      most = Math.max(most, running);
      log.push(`+${id}${running > 1 ? ' beside' : ''}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      log.push(`-${id}`);
      if (fails) {
        throw new Error(`${id} broke`);
      }

      return good;
    },
  });

  return { log, step, most: () => most };
}

describe('runSteps', () => {
  it('runs no more side by side than there are slots, and answers in the steps’ order', async () => {
    const { step, most } = recorder();

    const results = await runSteps(
      ['a', 'b', 'c', 'd'].map((id) => step(id)),
      { slots: 2 },
    );

    expect(most()).toBe(2);
    expect([...results.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });

  it('starts a step only after what it needs, and others meanwhile', async () => {
    const { log, step } = recorder();

    await runSteps([step('a'), step('b', { needs: ['a'] }), step('c')], { slots: 2 });

    const begin = log.findIndex((line) => line.startsWith('+b'));
    expect(begin).toBeGreaterThan(log.indexOf('-a'));
    expect(log[1]).toBe('+c beside');
  });

  it('gives a step that is alone the machine to itself, after everything before it', async () => {
    const { log, step } = recorder();

    await runSteps([step('a'), step('b'), step('c', { alone: true }), step('d')], { slots: 2 });

    const begin = log.indexOf('+c');
    expect(begin).toBeGreaterThan(log.indexOf('-b'));
    expect(log[begin + 1]).toBe('-c');
  });

  it('goes on after a failure, and counts and names what could not be run', async () => {
    const { log, step } = recorder();

    const results = await runSteps(
      [step('build', { fails: true }), step('e2e', { needs: ['build'] }), step('lint')],
      { slots: 1 },
    );

    expect(results.get('build')).toMatchObject({
      failed: 1,
      notes: [expect.stringContaining('build broke')],
    });
    expect(results.get('e2e')).toMatchObject({ passed: 0, failed: 1, notes: ['not run: it needs build'] });
    expect(results.get('lint')).toMatchObject(good);
    expect(log.some((line) => line.includes('e2e'))).toBe(false);
  });

  it('ignores needs that are not part of this run', async () => {
    const { step } = recorder();

    const results = await runSteps([step('e2e', { needs: ['build'] })], { slots: 1 });

    expect(results.get('e2e')).toMatchObject(good);
  });

  it('does not wait for ever on a circle', async () => {
    const { step } = recorder();
    const circle = [step('a', { needs: ['b'] }), step('b', { needs: ['a'] })];

    await expect(runSteps(circle, { slots: 2 })).rejects.toThrow('a, b');
  });
});

describe('the summary', () => {
  const results = new Map([
    ['lint', { passed: 1, failed: 0, ms: 4_000 }],
    ['api-sqlite', { passed: 311, failed: 2, ms: 65_000 }],
  ]);

  it('adds up and ends with the line that machines read', () => {
    expect(lastLine(total(results))).toBe('312 passed, 2 failed');
  });

  it('shows every step with its time', () => {
    expect(table(results)).toMatch(/✔ lint .*4\.0 s\n✗ api-sqlite +311 passed +2 failed +1 min 05 s/);
  });
});
