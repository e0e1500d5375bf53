import type { ApiCall, DeviceState } from '../types';

/** The functions whose calls are noted: what tests ask for, and nothing that the driver itself calls or mocks. */
export const notedNames = [
  'navigateTo',
  'setScreenBrightness',
  'setKeepScreenOn',
  'vibrateShort',
  'vibrateLong',
  'setClipboardData',
  'makePhoneCall',
  'saveImageToPhotosAlbum',
];

interface Asked {
  value?: number;
  keepScreenOn?: boolean;
  data?: string;
  phoneNumber?: string;
  filePath?: string;
}

/** What the app asked of the phone; the simulator of DevTools has no hardware to look at. */
export function deviceState(calls: ApiCall[]): Omit<DeviceState, 'brightness' | 'isOffline'> & {
  brightness: number | undefined;
} {
  const asked = (name: string) =>
    calls.filter((call) => call.name === name).map(({ args }) => (args[0] ?? {}) as Asked);
  const vibrations = calls.filter(({ name }) => name.startsWith('vibrate'));

  return {
    brightness: asked('setScreenBrightness').at(-1)?.value,
    keepsScreenOn: asked('setKeepScreenOn').at(-1)?.keepScreenOn ?? false,
    vibrations: vibrations.map(({ name }) => (name === 'vibrateLong' ? 'long' : 'short')),
    clipboard: asked('setClipboardData').at(-1)?.data ?? '',
    calledNumbers: asked('makePhoneCall').map(({ phoneNumber }) => phoneNumber ?? ''),
    sounds: [],
    savedImages: asked('saveImageToPhotosAlbum').map(({ filePath }) => filePath ?? ''),
  };
}
