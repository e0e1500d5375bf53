import type { FaceResult, FaceTicket, IdentityRequest, PhoneRequest } from '@anxing/contract/me';

import { ApiError } from '../../lib/apiError';
import { request } from '../../lib/request';

/** @throws ApiError */
export async function putPhone(proof: PhoneRequest): Promise<void> {
  await request('PUT', 'me/phone', proof);
}

/** @throws ApiError */
export async function putIdentity(identity: IdentityRequest): Promise<void> {
  await request('PUT', 'me/identity', identity);
}

/** @throws ApiError */
export function newFaceTicket(): Promise<FaceTicket> {
  return request<FaceTicket>('POST', 'me/identity/face-tickets');
}

/** ms between questions, and how often, while the provider is not done. */
const pendingDelay = 2_000;
const pendingTries = 8;

/** Asks for the result of a face check, patiently while it is pending. @throws ApiError */
export async function putFace(ticket: string, triesLeft = pendingTries): Promise<void> {
  try {
    await request('PUT', 'me/identity/face', { ticket } satisfies FaceResult);
  } catch (cause) {
    const isPending = cause instanceof ApiError && cause.code === 'face_pending';
    if (!isPending || triesLeft <= 1) {
      throw cause;
    }
    await new Promise((resolve) => setTimeout(resolve, pendingDelay));
    await putFace(ticket, triesLeft - 1);
  }
}
