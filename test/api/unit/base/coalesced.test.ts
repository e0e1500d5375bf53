import { Coalesced } from '../../../../api/src/base/coalesced';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function slowWork() {
  const runs: (() => void)[] = [];
  const work = jest.fn(() => new Promise<void>((done) => runs.push(done)));

  return {
    work,
    async finish() {
      runs.shift()?.();
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

test('runs at once, never twice at the same time, and once more for all that asked meanwhile', async () => {
  const { work, finish } = slowWork();
  const coalesced = new Coalesced(work, 500);
  coalesced.ask();
  coalesced.ask();
  coalesced.ask();
  expect(work).toHaveBeenCalledTimes(1);

  await jest.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);
  await finish();
  await jest.advanceTimersByTimeAsync(499);
  expect(work).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  await finish();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('whoever stops it waits for what runs, and nothing runs after that', async () => {
  const { work, finish } = slowWork();
  const coalesced = new Coalesced(work, 500);
  coalesced.ask();
  coalesced.ask();
  let hasStopped = false;
  const stopped = coalesced.stop().then(() => {
    hasStopped = true;
  });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(hasStopped).toBe(false);
  await finish();
  await stopped;
  coalesced.ask();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
