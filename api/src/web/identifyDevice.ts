import { deviceHeaders } from '@anxing/contract/deviceApi';

import type { SignedHead } from '../commands/devices/signedHead';
import { noteRefusal, verifyDevice } from '../commands/devices/verifyDevice';
import type { DeviceCaller } from './caller';
import type { Http } from './http';

const nothing = Buffer.alloc(0);

/** What a request says of its signature. */
export function signedHeadOf(http: Http): SignedHead {
  return {
    method: http.method,
    path: http.req.url ?? '',
    keyId: http.get(deviceHeaders.key),
    time: http.get(deviceHeaders.time),
    nonce: http.get(deviceHeaders.nonce),
    signature: http.get(deviceHeaders.signature),
    contentDigest: http.get(deviceHeaders.digest),
    body: http.state.bytes ?? nothing,
  };
}

/** Which device calls. @throws why its signature does not count, which the unit of the device is shown */
export async function identifyDevice(http: Http): Promise<DeviceCaller> {
  const { services } = http;
  const head = signedHeadOf(http);
  try {
    return { kind: 'device', ...(await verifyDevice(services, head)) };
  } catch (error) {
    await noteNamed(http, error);
    throw error;
  }
}

/** Counts a refusal for the device that a request names, if there is such a one: nothing of it is proven. */
export async function noteNamed(http: Http, error: unknown): Promise<void> {
  const { services } = http;
  const keyId = http.get(deviceHeaders.key);
  const isId = /^[0-9a-f-]{36}$/.test(keyId);
  if (isId && (await services.caches.devices.get(keyId))) {
    noteRefusal(services, keyId, error);
  }
}

/** Counts what a device was refused after it was known. */
export function noteDeviceFailure({ services, state: { caller } }: Http, error: unknown): void {
  if (caller.kind === 'device') {
    noteRefusal(services, caller.device.id, error);
  }
}
