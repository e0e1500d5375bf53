import { ApiError } from '../../phone/apiError';
import { device, networkType, type NetworkWords } from '../../phone/device';
import { keepReceived } from '../../phone/download';
import { type Received, send, toBase64, type Trouble } from '../../phone/network';
import { alipayShape, type ApiTable, type Options, settle, text } from '../call';

export const alipayNetworkWords: NetworkWords = { online: 'WIFI', offline: 'NOTREACHABLE' };

/** https://opendocs.alipay.com/mini/api/owycmh */
const allowedMethods = ['GET', 'POST', 'PUT', 'DELETE'];

const troubles: Record<Trouble, (message: string) => ApiError> = {
  method: (method) => new ApiError(`参数错误：${method}`, 2),
  timeout: () => new ApiError('请求超时', 13),
  aborted: () => new ApiError('request:fail abort', 9),
  unreachable: (message) => new ApiError(message, 12),
  forbidden: () => new ApiError('无权调用该接口', 4),
  offline: () => new ApiError('网络不给力', 12),
};

const httpError = 19;
const decodeError = 14;

/** Text that is no JSON is a failure when JSON was asked for by name. */
function dataOf(bytes: Uint8Array, dataType: string): unknown {
  if (dataType === 'arraybuffer') {
    return bytes.slice().buffer;
  }
  if (dataType === 'base64') {
    return `data:application/octet-stream;base64,${toBase64(bytes)}`;
  }
  const body = new TextDecoder().decode(bytes);
  if (dataType === 'text') {
    return body;
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    if (dataType.toLowerCase() === 'json') {
      throw new ApiError('parse response data error', decodeError);
    }

    return body;
  }
}

function headersOf(headers: Received['headers']): Record<string, string> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** A status that is not 2xx is a failure for Alipay, with the answer inside. */
function resultOf({ status, headers, bytes }: Received, options: Options) {
  const dataType = text(options.dataType, 'json_or_text');
  if (status < 200 || status >= 300) {
    const answer = { status, headers: headersOf(headers), data: dataOf(bytes, 'json_or_text') };
    throw new ApiError('http status error', httpError, answer);
  }

  return { status, headers: headersOf(headers), data: dataOf(bytes, dataType) };
}

function request(options: Options) {
  const call = send(
    {
      allowedMethods,
      url: text(options.url),
      method: text(options.method, 'GET').toUpperCase(),
      headers: (options.headers ?? {}) as Record<string, string>,
      data: options.data,
      timeout: Number(options.timeout ?? 30_000),
    },
    (trouble, message) => troubles[trouble](message),
  );
  const work = call.answer.then((received) => resultOf(received, options));
  const promise = settle('request', work, options, alipayShape);

  return promise ? Object.assign(promise, { abort: call.abort }) : { abort: call.abort };
}

/** https://opendocs.alipay.com/mini/api/xr054r */
async function downloadFile({ url, header }: Options) {
  const { answer } = send(
    {
      allowedMethods: ['GET'],
      url: text(url),
      method: 'GET',
      headers: (header ?? {}) as Record<string, string>,
      data: undefined,
      timeout: 30_000,
    },
    (trouble, message) => troubles[trouble](message),
  );
  const received = await answer;
  if (received.status !== 200) {
    throw new ApiError('下载失败', 12);
  }

  return { apFilePath: keepReceived(received) };
}

export const networkTable: ApiTable = { request };

export const networkHandlers = {
  downloadFile,
  getNetworkType: () => ({
    networkAvailable: !device.isOffline,
    networkType: networkType(alipayNetworkWords),
  }),
};
