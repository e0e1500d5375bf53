import { limits } from '@anxing/contract/limits';

import { choosePictures } from '../../../miniapp/src/platform/phonePictures';
import { bytesOf, PictureError, uploadOf } from '../../../miniapp/src/platform/picture';
import { phone } from '../../support/taro/phone';

const jpeg = '/9j/4AAQSkZJRgAB';
const tooBig = '/9j/'.padEnd(Math.ceil(limits.evidenceBytes / 3) * 4 + 4, 'A');

function faultOf(run: () => unknown): unknown {
  try {
    run();
  } catch (cause) {
    return cause instanceof PictureError ? cause.fault : cause;
  }

  return undefined;
}

async function readOne(path: string) {
  phone.album = [path];
  const [picture] = await choosePictures(1);

  return picture?.read();
}

beforeEach(() => phone.reset());

describe('a picture in base64', () => {
  test('says what it is by its first bytes', () => {
    expect(uploadOf(jpeg).mediaType).toBe('image/jpeg');
    expect(uploadOf('iVBORw0KGgoAAAAN\n').mediaType).toBe('image/png');
    expect(faultOf(() => uploadOf('R0lGODlhAQABAAAA'))).toBe('unreadable');
  });

  test('is measured without its padding', () => {
    expect([bytesOf('AAAA'), bytesOf('AAA='), bytesOf('AA==')]).toEqual([3, 2, 1]);
    expect(faultOf(() => uploadOf(tooBig))).toBe('tooBig');
  });
});

describe.each(['weapp', 'alipay'] as const)('on %s', (platform) => {
  beforeEach(() => {
    process.env.TARO_ENV = platform;
  });

  test('pictures come from album or camera, and are read when they are sent', async () => {
    phone.album = ['a', 'b', 'c'];
    phone.files.set('a', jpeg);
    const pictures = await choosePictures(2);
    expect(pictures.map(({ preview }) => preview)).toEqual(['a', 'b']);
    expect(await pictures[0]?.read()).toEqual({ mediaType: 'image/jpeg', data: jpeg });
  });

  test('what is too large, or of a kind of its own, is pressed into a JPEG', async () => {
    phone.files.set('large', tooBig);
    phone.files.set('photo.heic', 'AAAAIGZ0eXBoZWlj');
    phone.files.set('small', jpeg);
    phone.compressed.set('large', 'small').set('photo.heic', 'small');
    expect((await readOne('large'))?.data).toBe(jpeg);
    expect((await readOne('photo.heic'))?.data).toBe(jpeg);
  });

  test('what stays too large is refused before it is sent', async () => {
    phone.files.set('large', tooBig);
    phone.compressed.set('large', 'large');
    await expect(readOne('large')).rejects.toMatchObject({ fault: 'tooBig' });
  });

  test('a file that is gone cannot be read', async () => {
    await expect(readOne('gone')).rejects.toMatchObject({ fault: 'unreadable' });
  });

  test('backing out gives none', async () => {
    expect(await choosePictures(3)).toEqual([]);
  });

  test.each([
    { errMsg: 'chooseMedia:fail auth deny' },
    { errMsg: 'chooseMedia:fail privacy permission is not authorized' },
    { error: 2001, errorMessage: '用户未授权' },
  ])('a refusal is told apart: %j', async (reason) => {
    phone.albumRefusal = reason;
    await expect(choosePictures(3)).rejects.toMatchObject({ fault: 'denied' });
  });
});
