import { Alarm } from '../../../../admin/src/features/flow/live/alarm';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `warning ${from + i}`);
const audio = { createOscillator: jest.fn() };

/** A browser that may sound; each tone is asked for once. */
class FakeAudio {
  readonly state = 'running';
  readonly createOscillator = audio.createOscillator;
  readonly createGain = () => undefined;
  readonly resume = async () => undefined;
}

const tones = 3;

function timesSounded(): number {
  return audio.createOscillator.mock.calls.length / tones;
}

function heard(): string[] {
  return JSON.parse(localStorage.getItem('anxing-flow-heard') ?? '[]') as string[];
}

let alarm: Alarm;

beforeEach(async () => {
  localStorage.clear();
  audio.createOscillator.mockReset();
  Object.assign(window, { AudioContext: FakeAudio });
  Object.assign(globalThis, { AudioContext: FakeAudio });
  alarm = new Alarm();
  await alarm.arm();
});

it('sounds once for each change that brings something new', async () => {
  await alarm.soundFor(ids(2), false);
  await alarm.soundFor(ids(2), false);
  await alarm.soundFor(ids(1), false);
  expect(timesSounded()).toBe(1);
  await alarm.soundFor(ids(3), false);
  expect(timesSounded()).toBe(2);
});

it('sounds for nothing again, however many stand', async () => {
  await alarm.soundFor(ids(500), false);
  await alarm.soundFor(ids(500), false);
  await alarm.soundFor(ids(499), false);
  expect(timesSounded()).toBe(1);
  await alarm.soundFor(ids(501), false);
  await alarm.soundFor(ids(501), false);
  expect(timesSounded()).toBe(2);
});

it('forgets what has long ceased to stand', async () => {
  await alarm.soundFor(ids(500), true);
  await alarm.soundFor(ids(10, 495), true);

  expect(heard()).toHaveLength(210);
  expect(heard().slice(-10)).toEqual(ids(10, 495));
  expect(timesSounded()).toBe(0);
});
