import { deviceHeaders } from '@anxing/contract/deviceApi';

import { isKeyName, isNonce, signAnswer } from '../codes/deviceSignature';
import type { Http } from './http';
import { apiPrefix } from './mountRoutes';

const devicePaths = `${apiPrefix}/device/`;
const nothing = Buffer.alloc(0);

function isForDevice(url = ''): boolean {
  return url.startsWith(devicePaths);
}

/**
 * The headers that make an answer to a device its own: the server's signature over device, nonce, status and body. Errors
 * are signed too, so that nobody between can keep a device from what it was told. With the key that the device asks for,
 * while two are in use; else with the newest.
 */
export function answerSignature(http: Http, body: Buffer): [string, string][] {
  const [keyId, nonce] = [http.get(deviceHeaders.key), http.get(deviceHeaders.nonce)];
  if (!isForDevice(http.req.url) || !isNonce(nonce) || !isKeyName(keyId)) {
    return [];
  }
  const { serverKeys } = http.services;
  const wanted = /^\d{1,2}$/.exec(http.get(deviceHeaders.serverKey));
  const key = (wanted && serverKeys.find(Number(wanted[0]))) ?? serverKeys.current;
  const signature = signAnswer(key.privateKey, { keyId, nonce, status: http.status, body });

  return [
    ['Anxing-Server-Key', String(key.id)],
    ['Anxing-Signature', signature],
  ];
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined || body === null) {
    return nothing;
  }

  return Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Signs what was answered to a device, whatever it is. */
export async function signAnswers(http: Http, next: () => Promise<unknown>): Promise<void> {
  await next();
  if (!isForDevice(http.req.url)) {
    return;
  }
  const bytes = bytesOf(http.body);
  for (const [name, value] of answerSignature(http, bytes)) {
    http.set(name, value);
  }
  if (bytes.length > 0) {
    http.body = bytes;
  }
}
