import { ApiError } from '../../phone/apiError';
import { device } from '../../phone/device';
import { type Handler, text } from '../call';

/** A person who does not choose; tests choose with mockWxMethod. https://opendocs.alipay.com/mini/api/scan */
const backOut = (code: number) => () => Promise.reject(new ApiError('用户取消操作', code));

const vibrate = (length: 'short' | 'long') => () => void device.vibrations.push(length);

export const deviceHandlers: Record<string, Handler> = {
  scan: backOut(10),
  chooseImage: backOut(11),
  // The code of a person who backs out; 9000 is a face that was recognised.
  startAPVerify: () => ({ resultStatus: '6001' }),
  setClipboard: ({ text: copied }) => {
    device.clipboard = text(copied);
  },
  getClipboard: () => ({ text: device.clipboard }),
  setScreenBrightness: ({ brightness }) => {
    device.brightness = Number(brightness);
  },
  getScreenBrightness: () => ({ brightness: device.brightness, success: true }),
  setKeepScreenOn: ({ keepScreenOn }) => {
    device.keepsScreenOn = Boolean(keepScreenOn);
  },
  vibrate: vibrate('long'),
  vibrateShort: vibrate('short'),
  vibrateLong: vibrate('long'),
  makePhoneCall: ({ number }) => void device.calledNumbers.push(text(number)),
  saveImage: ({ url }) => void device.savedImages.push(text(url)),
  getLocation: () => ({ latitude: '26.08', longitude: '119.3', accuracy: '30' }),
  previewImage: () => undefined,
  setVisualEffectOnCapture: () => undefined,
};
