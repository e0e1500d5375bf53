import { FlowStream } from '../../../../admin/src/features/flow/live/flowStream';
import type { LiveEvent } from '../../../../admin/src/features/flow/live/liveState';
import { FakeEventSource } from '../../support/fakeEventSource';
import { flowItem, flowOf } from '../../support/sampleFlow';

const snapshot = flowOf(flowItem('hall'));
let told: LiveEvent[];
let fetchFlow: jest.Mock;
let stream: FlowStream;

beforeEach(() => {
  jest.useFakeTimers();
  FakeEventSource.install();
  told = [];
  fetchFlow = jest.fn(async () => snapshot);
  stream = new FlowStream({ fetchFlow, tell: (event) => told.push(event) });
  stream.start();
});

afterEach(() => {
  stream.stop();
  jest.useRealTimers();
});

function connections(): string[] {
  return told.flatMap((event) => (event.type === 'connection' ? [event.connection] : []));
}

test('it is live with the first snapshot, and hands on what changes', () => {
  expect(FakeEventSource.last.url).toBe('/api/v1/unit/flow/stream');
  FakeEventSource.last.say('snapshot', snapshot);
  const change = { items: [flowItem('hall', { inside: 1 })], gone: [], at: 5 };
  FakeEventSource.last.say('change', change);
  expect(told).toEqual([
    { type: 'snapshot', flow: snapshot },
    { type: 'connection', connection: 'live' },
    { type: 'change', change },
  ]);
});

test('after a break it asks for the numbers and tries again, less and less often', async () => {
  for (const expected of ['retrying', 'retrying', 'polling', 'polling']) {
    const broken = FakeEventSource.last;
    broken.onerror?.();
    expect(broken.isClosed).toBe(true);
    expect(connections().at(-1)).toBe(expected);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(FakeEventSource.last).not.toBe(broken);
  }
  expect(FakeEventSource.opened).toHaveLength(5);
  expect(fetchFlow).toHaveBeenCalledTimes(4);
  FakeEventSource.last.say('snapshot', snapshot);
  expect(connections().at(-1)).toBe('live');
  FakeEventSource.last.onerror?.();
  expect(connections().at(-1)).toBe('retrying');
});

test('while nothing can be asked it goes on trying', async () => {
  fetchFlow.mockRejectedValue(new Error('offline'));
  FakeEventSource.last.onerror?.();
  await jest.advanceTimersByTimeAsync(120_000);
  expect(FakeEventSource.opened).toHaveLength(1);
  expect(fetchFlow.mock.calls.length).toBeGreaterThan(3);
  fetchFlow.mockResolvedValue(snapshot);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(FakeEventSource.opened).toHaveLength(2);
});

test('a line that says nothing, not even a beat, is taken for dead', async () => {
  const first = FakeEventSource.last;
  first.say('snapshot', snapshot);
  for (let i = 0; i < 6; i += 1) {
    await jest.advanceTimersByTimeAsync(15_000);
    first.say('beat', { at: 1 });
  }
  expect(first.isClosed).toBe(false);
  await jest.advanceTimersByTimeAsync(41_000);
  expect(first.isClosed).toBe(true);
});

test('it ends when the server says so, and not again once it is stopped', async () => {
  FakeEventSource.last.say('snapshot', snapshot);
  FakeEventSource.last.say('end', { reason: 'shutdown' });
  expect(connections().at(-1)).toBe('retrying');
  stream.stop();
  await jest.advanceTimersByTimeAsync(120_000);
  expect(FakeEventSource.opened).toHaveLength(1);
  expect(fetchFlow).not.toHaveBeenCalled();
});
