import { callNative, native } from './native';
import { privateFile } from './privateFile';

/**
 * Shows a PDF that only its owner may see, in the viewer of the phone, from which it can be printed or sent on.
 * @returns false when it could not be shown
 */
export async function openPdf(url: string, accessToken: string | undefined): Promise<boolean> {
  const file = await privateFile(url, accessToken);
  if (file === undefined) {
    return false;
  }
  if (process.env.TARO_ENV === 'h5') {
    return window.open(file, '_blank', 'noopener') !== undefined;
  }
  const opened = await callNative(native().openDocument, {
    filePath: file,
    fileType: 'pdf',
    showMenu: true,
  });

  return opened !== undefined;
}
