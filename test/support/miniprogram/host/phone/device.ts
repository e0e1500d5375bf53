import type { DeviceState } from '../../types';
import { setup } from '../setup';
import { tell } from './listeners';

/** What the app did to the phone. */
export const device: DeviceState = {
  brightness: 0.5,
  keepsScreenOn: false,
  vibrations: [],
  sounds: [],
  clipboard: '',
  isOffline: setup.isOffline,
  calledNumbers: [],
  savedImages: [],
};

/** The words of the platforms for a network: WeChat `wifi` and `none`, Alipay `WIFI` and `NOTREACHABLE`. */
export interface NetworkWords {
  online: string;
  offline: string;
}

export function networkType(words: NetworkWords): string {
  return device.isOffline ? words.offline : words.online;
}

export function setOffline(isOffline: boolean, words: NetworkWords): void {
  device.isOffline = isOffline;
  tell('NetworkStatusChange', { isConnected: !isOffline, networkType: networkType(words) });
}
