import { ApiError } from '../../phone/apiError';
import { device, networkType, type NetworkWords } from '../../phone/device';
import { keepReceived } from '../../phone/download';
import { type Received, send, type Trouble } from '../../phone/network';
import { type ApiTable, type Options, settle, text, weappShape } from '../call';

export const weappNetworkWords: NetworkWords = { online: 'wifi', offline: 'none' };

/** https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html */
const allowedMethods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

const troubles: Record<Trouble, (message: string) => ApiError> = {
  method: (method) => new ApiError(`method is invalid: ${method}`, 1001),
  timeout: () => new ApiError('timeout', 5),
  aborted: () => new ApiError('abort', 600004),
  unreachable: (message) => new ApiError(message, 600001),
  forbidden: () => new ApiError('url not in domain list', 600002),
  offline: (message) => new ApiError(message, 600003),
};

function dataOf(bytes: Uint8Array, options: Options): unknown {
  if (options.responseType === 'arraybuffer') {
    return bytes.slice().buffer;
  }
  const body = new TextDecoder().decode(bytes);
  if (options.dataType !== undefined && options.dataType !== 'json') {
    return body;
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/** Headers keep the spelling of the server; several of one name are joined. */
function headersOf(headers: Received['headers']): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of headers) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  }

  return joined;
}

function cookiesOf(headers: Received['headers']): string[] {
  return headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
}

/** Every status is a success for WeChat. */
function request(options: Options) {
  const call = send(
    {
      allowedMethods,
      url: text(options.url),
      method: text(options.method, 'GET').toUpperCase(),
      headers: (options.header ?? {}) as Record<string, string>,
      data: options.data,
      timeout: Number(options.timeout ?? 60_000),
    },
    (trouble, message) => troubles[trouble](message),
  );
  const work = call.answer.then(({ status, headers, bytes }) => ({
    statusCode: status,
    header: headersOf(headers),
    cookies: cookiesOf(headers),
    data: dataOf(bytes, options),
  }));
  const promise = settle('request', work, options, weappShape);
  const task = { abort: call.abort, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };

  return promise ? Object.assign(promise, task) : task;
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/network/download/wx.downloadFile.html */
async function downloadFile({ url, header, timeout }: Options) {
  const { answer } = send(
    {
      allowedMethods: ['GET'],
      url: text(url),
      method: 'GET',
      headers: (header ?? {}) as Record<string, string>,
      data: undefined,
      timeout: Number(timeout ?? 60_000),
    },
    (trouble, message) => troubles[trouble](message),
  );
  const received = await answer;

  return { statusCode: received.status, tempFilePath: keepReceived(received) };
}

export const networkTable: ApiTable = { request };

export const networkHandlers = {
  downloadFile,
  getNetworkType: () => ({ networkType: networkType(weappNetworkWords), isConnected: !device.isOffline }),
};
