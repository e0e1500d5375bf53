import Taro from '@tarojs/taro';

import { callNative, native } from './native';

/** What a guard hears and feels without looking: each is unlike the others. */
export type Signal = 'allow' | 'ask' | 'stop' | 'refused';

/** Pulses of the motor, and ms until the next. */
const pulses: Record<Signal, readonly ('short' | 'long')[]> = {
  allow: ['short'],
  ask: ['short', 'short'],
  stop: ['long', 'long'],
  refused: ['long'],
};
const pause = { short: 180, long: 600 };

/** The rest of what is being felt: it ends where something else is to be felt. */
let rest: ReturnType<typeof setTimeout> | undefined;

function vibrate(kinds: readonly ('short' | 'long')[]): void {
  clearTimeout(rest);
  const [kind, ...more] = kinds;
  if (!kind) {
    return;
  }
  void callNative(kind === 'short' ? native().vibrateShort : native().vibrateLong, { type: 'heavy' });
  if (more.length > 0) {
    rest = setTimeout(() => vibrate(more), pause[kind]);
  }
}

interface Player {
  src: string;
  play(): void;
  stop(): void;
}

/** The platforms limit how many there are: one plays all. */
let player: Player | undefined;

function playerOfPhone(): Player | undefined {
  if (process.env.TARO_ENV === 'h5' || !Taro.canIUse('createInnerAudioContext')) {
    return undefined;
  }
  player ??= native().createInnerAudioContext?.() as Player | undefined;

  return player;
}

/** Where the platform plays nothing, the rest must do. */
function play(source: string): void {
  try {
    const current = playerOfPhone();
    if (current) {
      current.stop();
      current.src = source;
      current.play();
    }
  } catch {
    player = undefined;
  }
}

/** @param folder with `allow.wav` and so on, from the package's root */
export function giveSignal(signal: Signal, folder: string): void {
  vibrate(pulses[signal]);
  play(`${folder}/${signal}.wav`);
}
