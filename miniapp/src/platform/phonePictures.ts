import { native } from './native';
import { isTooBig, longestSide, PictureError, uploadOf, type PickedPicture } from './picture';

interface Failure {
  errMsg?: string;
  errorMessage?: string;
  error?: number;
}

interface Chosen {
  tempFiles?: { tempFilePath: string }[];
  tempFilePaths?: string[];
  apFilePaths?: string[];
}

interface Compressed {
  tempFilePath?: string;
  apFilePaths?: string[];
}

type Call = (options: object) => unknown;

/** @throws what the platform gave as the reason */
function ask<T>(call: Call | undefined, options: object): Promise<T> {
  return new Promise((resolve, reject) => {
    if (!call) {
      reject(new PictureError('unreadable'));

      return;
    }
    const answer = call({ ...options, success: resolve, fail: reject });
    Promise.resolve(answer).catch(reject);
  });
}

/** A person who does not allow the album or the camera, as WeChat and Alipay (2001, 2002) say it. */
function isDenied(failure: Failure): boolean {
  const text = String(failure?.errMsg ?? failure?.errorMessage ?? '');

  return (
    /deny|denied|auth|privacy|permission|权限|未授权/i.test(text) ||
    [2001, 2002].includes(failure?.error ?? 0)
  );
}

type Source = 'album' | 'camera';

function choose(count: number, sourceType: readonly Source[]): Promise<Chosen> {
  const options = { count, sourceType, sizeType: ['compressed'] };

  return process.env.TARO_ENV === 'weapp'
    ? ask(native().chooseMedia, { ...options, mediaType: ['image'] })
    : ask(native().chooseImage, options);
}

async function compress(path: string): Promise<string> {
  const weapp = { src: path, quality: 60, compressedWidth: longestSide };
  const alipay = { apFilePaths: [path], compressLevel: 1, maxWidth: longestSide, maxHeight: longestSide };
  const options = process.env.TARO_ENV === 'weapp' ? weapp : alipay;
  const { tempFilePath, apFilePaths } = await ask<Compressed>(native().compressImage, options);

  return tempFilePath ?? apFilePaths?.[0] ?? path;
}

async function base64Of(path: string): Promise<string> {
  const files = native().getFileSystemManager?.();
  const { data } = await ask<{ data: string }>(files && ((options) => files.readFile(options)), {
    filePath: path,
    encoding: 'base64',
  });

  return data;
}

/** The phone has made it smaller already; what is too large still, or of a kind of its own, is pressed once more. */
async function read(path: string) {
  try {
    const data = await base64Of(path);
    if (!isTooBig(data)) {
      return uploadOf(data);
    }
  } catch {
    // Another kind of picture, HEIC for example: pressing it makes a JPEG.
  }
  try {
    return uploadOf(await base64Of(await compress(path)));
  } catch (cause) {
    throw cause instanceof PictureError ? cause : new PictureError('unreadable');
  }
}

/**
 * Lets the person choose pictures from album or camera.
 * @returns none when the person backed out @throws PictureError
 */
export async function choosePictures(
  count: number,
  sources: readonly Source[] = ['album', 'camera'],
): Promise<PickedPicture[]> {
  try {
    const { tempFiles, tempFilePaths, apFilePaths } = await choose(count, sources);
    const paths = tempFiles?.map((file) => file.tempFilePath) ?? tempFilePaths ?? apFilePaths ?? [];

    return paths.slice(0, count).map((path) => ({ preview: path, read: () => read(path) }));
  } catch (cause) {
    if (isDenied(cause as Failure)) {
      throw new PictureError('denied');
    }

    return [];
  }
}
