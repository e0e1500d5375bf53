import { ApiError } from '../phone/apiError';
import { readTemporary } from '../phone/files';
import { type ApiTable, type Options, type Shape, text, withCallbacks } from './call';

/** Pictures that were chosen, made or fetched are read, as base64; of all that a file system can, nothing else. */
function readFile({ filePath, encoding }: Options) {
  const content = readTemporary(text(filePath));
  if (!content) {
    throw new ApiError(`no such file or directory, open "${text(filePath)}"`, 1300002);
  }
  if (encoding !== 'base64') {
    throw new Error(`reading as ${text(encoding, 'bytes')} is not on the bench`);
  }

  return { data: content.slice(content.indexOf(',') + 1) };
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/file/wx.getFileSystemManager.html, and the same on Alipay. */
export function fileSystemTable(shape: Shape): ApiTable {
  const manager = withCallbacks(shape, { readFile });

  return { getFileSystemManager: () => manager };
}
