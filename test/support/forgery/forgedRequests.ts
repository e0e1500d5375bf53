import { useNonce, type SignedHead } from '../../../api/src/commands/devices/signedHead';
import {
  deviceSkewMs,
  newNonce,
  signRequest,
  verifyRequest,
  type DeviceRequest,
} from '../../../api/src/codes/deviceSignature';
import type { Services } from '../../../api/src/context';
import type { Forgery } from './forgeries';
import type { Scene } from './scene';

const request = (draw: number, now: number): DeviceRequest => ({
  method: 'POST',
  path: '/api/v1/device/scans',
  body: `{"id":"${draw}"}`,
  timestamp: now,
  nonce: newNonce(),
});

/** A device's request that was changed on its way, or signed by somebody else. */
function isRequestTaken(change: (asked: DeviceRequest) => Partial<DeviceRequest>, isStranger = false) {
  return ({ device, stranger, now }: Scene, draw: number): boolean => {
    const asked = request(draw, now);
    const signature = signRequest(isStranger ? stranger.privateKey : device.privateKey, asked);

    return verifyRequest(device.publicKey, { ...asked, ...change(asked) }, signature, now).ok;
  };
}

/** Signed as it should be, at another time. */
function isTakenFrom({ device, now }: Scene, draw: number, timestamp: number): boolean {
  const asked = request(draw, timestamp);

  return verifyRequest(device.publicKey, asked, signRequest(device.privateKey, asked), now).ok;
}

/** Whether a nonce is taken a second time; the first time it has to be. */
async function isSentTwice({ limiter, now }: Scene, draw: number): Promise<boolean> {
  const { nonce } = request(draw, now);
  const once = () => useNonce({ limiter } as Services, { keyId: 'device', nonce } as SignedHead);
  await once();

  return once().then(
    () => true,
    () => false,
  );
}

const minute = 60_000;

export const forgedRequests: readonly Forgery[] = [
  { name: 'request: another body', isTaken: isRequestTaken(({ body }) => ({ body: `${String(body)} ` })) },
  { name: 'request: another path', isTaken: isRequestTaken(() => ({ path: '/api/v1/device/keys' })) },
  { name: 'request: another method', isTaken: isRequestTaken(() => ({ method: 'PUT' })) },
  { name: 'request: another nonce', isTaken: isRequestTaken(() => ({ nonce: newNonce() })) },
  { name: 'request: signed by a stranger', isTaken: isRequestTaken(() => ({}), true) },
  {
    name: 'request: old',
    isTaken: (scene, draw) => isTakenFrom(scene, draw, scene.now - deviceSkewMs - 1 - (draw % minute)),
  },
  {
    name: 'request: of the future',
    isTaken: (scene, draw) => isTakenFrom(scene, draw, scene.now + deviceSkewMs + 1 + (draw % minute)),
  },
  { name: 'request: sent twice', isTaken: isSentTwice },
];
