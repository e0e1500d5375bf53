import { callNative, native } from './native';

interface WakeLock {
  release(): Promise<void>;
}

interface WakeLockNavigator {
  wakeLock?: { request(type: 'screen'): Promise<WakeLock> };
}

let brightnessBefore: number | undefined;
let wakeLock: WakeLock | undefined;

async function brightenPhone(): Promise<void> {
  if (brightnessBefore === undefined) {
    const answer = await callNative<{ value: number }>(native().getScreenBrightness, {});
    brightnessBefore = answer?.value;
  }
  await callNative(native().setScreenBrightness, { value: 1 });
  await callNative(native().setKeepScreenOn, { keepScreenOn: true });
}

async function dimPhone(): Promise<void> {
  await callNative(native().setKeepScreenOn, { keepScreenOn: false });
  if (brightnessBefore !== undefined) {
    await callNative(native().setScreenBrightness, { value: brightnessBefore });
    brightnessBefore = undefined;
  }
}

/** Full brightness and no sleep, so that a scanner can read the code. Browsers only let us keep the screen on. */
export async function brighten(): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    wakeLock = await (navigator as WakeLockNavigator).wakeLock?.request('screen').catch(() => undefined);

    return;
  }
  await brightenPhone();
}

/** The screen as it was before. */
export async function dim(): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    await wakeLock?.release().catch(() => undefined);
    wakeLock = undefined;

    return;
  }
  await dimPhone();
}

/** The screen does not go to sleep: somebody works with it all day. */
export function keepAwake(isAwake: boolean): void {
  if (process.env.TARO_ENV !== 'h5') {
    void callNative(native().setKeepScreenOn, { keepScreenOn: isAwake });
  }
}

/** Colours the bar above the page, where the platform has one. */
export function colourTopBar(background: string, ink: 'black' | 'white'): void {
  const frontColor = ink === 'white' ? '#ffffff' : '#000000';
  if (process.env.TARO_ENV !== 'h5') {
    void callNative(native().setNavigationBarColor, { frontColor, backgroundColor: background });
  }
}
