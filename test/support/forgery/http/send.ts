import { createHash, type KeyObject } from 'node:crypto';

import { newNonce, signRequest } from '../../../../api/src/codes/deviceSignature';
import type { DeviceAtDoor, DoorWorld, GuardAtDoor } from './doorWorld';

/** A request as it goes out. */
export interface Sent {
  /** Below the origin. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Heard {
  status: number;
  /** The error code; of late passages that of the first one; empty where all is well. */
  code: string;
  /** Whether somebody was let in by it. */
  isTaken: boolean;
}

export const scanPath = '/api/v1/device/scans';
export const latePath = '/api/v1/device/scans/late';
const staffPath = '/api/v1/scans';

interface Answer {
  error?: { code: string };
  items?: { taken: boolean; code: string | null }[];
}

/** @throws when no answer came */
export async function send({ url }: Pick<DoorWorld, 'url'>, { path, headers, body }: Sent): Promise<Heard> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { error, items } = (await answer.json()) as Answer;
  const isTaken = answer.ok && (items === undefined || items.some(({ taken }) => taken));

  return { status: answer.status, code: error?.code ?? items?.[0]?.code ?? '', isTaken };
}

/** What a device signs, and with what; the rest is as it should be. */
export interface Signing {
  time: number;
  path?: string;
  /** What is signed, where it is not what is sent. */
  signedPath?: string;
  signedBody?: string;
  sentNonce?: string;
  privateKey?: KeyObject;
}

/** A request that a device signed. */
export function signedByDevice(
  { id, privateKey }: DeviceAtDoor,
  content: object,
  { time, path = scanPath, signedPath = path, signedBody, sentNonce, privateKey: other }: Signing,
): Sent {
  const body = JSON.stringify(content);
  const nonce = newNonce();
  const signature = signRequest(other ?? privateKey, {
    method: 'POST',
    path: signedPath,
    body: signedBody ?? body,
    timestamp: time,
    nonce,
  });

  return {
    path,
    body,
    headers: {
      'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
      'anxing-key': id,
      'anxing-time': String(time),
      'anxing-nonce': sentNonce ?? nonce,
      'anxing-signature': signature,
    },
  };
}

/** A check that a guard makes. */
export function sentByGuard({ authorization, pointId }: GuardAtDoor, content: object): Sent {
  return { path: staffPath, headers: { authorization }, body: JSON.stringify({ ...content, pointId }) };
}
