import { openViewer } from './h5/viewer';
import { callNative, native } from './native';
import './preview.scss';

interface Preview {
  /** All that can be turned over to; a browser shows only one. */
  urls: string[];
  current: string;
  name: string;
  close: string;
}

/** Shows a picture over the whole screen. */
export function showPicture({ urls, current, name, close }: Preview): void {
  if (process.env.TARO_ENV === 'h5') {
    openViewer(current, { name, close });

    return;
  }
  void callNative(native().previewImage, { urls, current });
}
