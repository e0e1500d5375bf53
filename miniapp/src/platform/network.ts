import { callNative, native } from './native';

/** Calls back now and at each change with whether the phone has a network. */
export function watchNetwork(onChange: (isOnline: boolean) => void): void {
  if (process.env.TARO_ENV === 'h5') {
    onChange(navigator.onLine);
    window.addEventListener('online', () => onChange(true));
    window.addEventListener('offline', () => onChange(false));

    return;
  }
  void callNative<{ networkType: string }>(native().getNetworkType, {}).then((result) => {
    if (result) {
      onChange(String(result.networkType).toLowerCase() !== 'none');
    }
  });
  native().onNetworkStatusChange?.((result) => onChange(result.isConnected));
}
