import { type ApiError } from './apiError';
import { device } from './device';

/** Words and numbers for the same failures on the two platforms. */
export type Trouble = 'method' | 'timeout' | 'aborted' | 'unreachable' | 'forbidden' | 'offline';

export interface Sent {
  /** Methods that the platform knows; neither knows PATCH. */
  allowedMethods: readonly string[];
  url: string;
  method: string;
  headers: Record<string, string>;
  data: unknown;
  /** ms */
  timeout: number;
}

export interface Received {
  status: number;
  headers: [name: string, value: string][];
  bytes: Uint8Array;
}

let count = 0;

export function toBase64(bytes: Uint8Array): string {
  return window.btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(window.atob(text), (char) => char.charCodeAt(0));
}

function toForm(data: object): string {
  const pairs = Object.entries(data).map(([name, value]) => [name, String(value)]);

  return new URLSearchParams(pairs).toString();
}

function encodeBody(data: unknown, contentType: string): Uint8Array {
  if (data instanceof ArrayBuffer) {
    return new Uint8Array(data);
  }
  const isForm = contentType.includes('application/x-www-form-urlencoded');
  const text = typeof data === 'string' ? data : isForm ? toForm(data as object) : JSON.stringify(data);

  return new TextEncoder().encode(text);
}

function withQuery(url: string, data: unknown): string {
  if (!data || typeof data !== 'object') {
    return url;
  }
  const query = toForm(data);

  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
}

const defaultType = 'application/json';

function withType(headers: Record<string, string>): Record<string, string> {
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');

  return hasType ? headers : { ...headers, 'content-type': defaultType };
}

function typeOf(headers: Record<string, string>): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

export interface Call {
  abort(): void;
  answer: Promise<Received>;
}

/**
 * Sends a request through Node, as a phone does: without the browser's rules for other origins.
 * @param describe makes the platform's error of a failure
 */
export function send(sent: Sent, describe: (trouble: Trouble, message: string) => ApiError): Call {
  count += 1;
  const id = count;
  const isGet = sent.method === 'GET' || sent.method === 'HEAD';
  const headers = withType(sent.headers);
  const hasBody = !isGet && sent.data !== undefined && sent.data !== null;
  const run = async () => {
    if (!sent.allowedMethods.includes(sent.method)) {
      throw describe('method', sent.method);
    }
    if (device.isOffline) {
      throw describe('offline', 'net::ERR_INTERNET_DISCONNECTED');
    }
    const answer = await window.sendFromNode({
      id,
      url: isGet ? withQuery(sent.url, sent.data) : sent.url,
      method: sent.method,
      headers,
      body: hasBody ? toBase64(encodeBody(sent.data, typeOf(headers))) : undefined,
      timeout: sent.timeout,
    });
    if (!answer.ok) {
      throw describe(answer.reason, answer.message);
    }

    return { status: answer.status, headers: answer.headers, bytes: fromBase64(answer.body) };
  };

  return { abort: () => void window.abortInNode(id), answer: run() };
}
