import { topPage } from '../../app/navigation';
import { Canvas } from '../../elements/canvas';
import { ApiError } from '../../phone/apiError';
import { device } from '../../phone/device';
import { keepTemporary } from '../../phone/files';
import { askPrivacy } from '../../phone/privacy';
import { type Handler, type Options, text } from '../call';

const cancelled = new ApiError('cancel');

/** A person who does not choose; tests choose with mockWxMethod. */
const backOut = () => Promise.reject(cancelled);

async function setClipboardData({ data }: Options): Promise<void> {
  await askPrivacy('setClipboardData');
  device.clipboard = text(data);
}

async function getClipboardData() {
  await askPrivacy('getClipboardData');

  return { data: device.clipboard };
}

async function saveImage({ filePath }: Options): Promise<void> {
  await askPrivacy('saveImageToPhotosAlbum');
  device.savedImages.push(text(filePath));
}

async function getLocation() {
  await askPrivacy('getLocation');

  return { latitude: 26.08, longitude: 119.3, accuracy: 30, speed: 0, altitude: 0 };
}

function canvasToTempFilePath({ canvas, canvasId }: Options) {
  const named = topPage().view.scroller.querySelector(`[id="${text(canvasId)}"]`);
  const picture =
    canvas instanceof HTMLCanvasElement ? canvas : named instanceof Canvas ? named.picture() : undefined;
  if (!picture) {
    throw new ApiError('no canvas');
  }

  return { tempFilePath: keepTemporary(picture.toDataURL(), 'png') };
}

function setBrightness(value: unknown): void {
  device.brightness = Number(value);
}

/** Random bytes of the browser. */
function getRandomValues({ length }: Options) {
  return { randomValues: window.crypto.getRandomValues(new Uint8Array(Number(length ?? 0))).buffer };
}

export const deviceHandlers: Record<string, Handler> = {
  setClipboardData,
  getClipboardData,
  saveImageToPhotosAlbum: saveImage,
  getLocation,
  getFuzzyLocation: getLocation,
  canvasToTempFilePath,
  getRandomValues,
  setScreenBrightness: ({ value }) => setBrightness(value),
  getScreenBrightness: () => ({ value: device.brightness }),
  setKeepScreenOn: ({ keepScreenOn }) => {
    device.keepsScreenOn = Boolean(keepScreenOn);
  },
  setVisualEffectOnCapture: () => undefined,
  vibrateShort: () => void device.vibrations.push('short'),
  vibrateLong: () => void device.vibrations.push('long'),
  makePhoneCall: ({ phoneNumber }) => void device.calledNumbers.push(text(phoneNumber)),
  scanCode: backOut,
  chooseImage: () => askPrivacy('chooseImage').then(backOut),
  chooseMedia: () => askPrivacy('chooseMedia').then(backOut),
  previewImage: () => undefined,
  startFacialRecognitionVerify: backOut,
};
