import type { ErrorCode } from '@anxing/contract/errors';

import { AppError } from '../../base/errors';
import { verifyRequest, type DeviceFailure } from '../../codes/deviceSignature';
import { publicKeyFromText } from '../../codes/ed25519Text';
import { writeAs, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedKey } from '../../models/feedKey';
import { systemActor } from '../../storage/scene';

/** What a source signs, as it came. */
export interface SignedHead {
  source: string;
  method: string;
  /** With its query. */
  path: string;
  keyId: string;
  time: string;
  nonce: string;
  signature: string;
  /** `sha-256=:…:` (RFC 9530). */
  contentDigest: string;
}

const codes: Record<DeviceFailure, ErrorCode> = {
  malformed: 'signature_missing',
  skewed: 'signature_skewed',
  forged: 'signature_refused',
};

const nonceOnce = { points: 1, seconds: 900 };
const notedEveryMs = 60_000;

/** The digest in hex; undefined when there is none of this kind. */
function sha256Of(contentDigest: string): string | undefined {
  const [, base64] = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(contentDigest.trim()) ?? [];

  return base64 && Buffer.from(base64, 'base64').toString('hex');
}

/** @throws signature_missing, signature_skewed, signature_refused */
function verify(services: Services, head: SignedHead, key: FeedKey, sha256: string): void {
  const publicKey = publicKeyFromText(key.publicKey);
  if (!publicKey) {
    throw new AppError('signature_refused');
  }
  const { method, path, time, nonce, signature } = head;
  const request = { method, path, body: { sha256 }, timestamp: Number(time), nonce };
  const now = services.clock.now();
  const reading = verifyRequest(publicKey, request, signature, now);
  if (!reading.ok) {
    const serverTime = reading.failure === 'skewed' ? now : undefined;
    throw new AppError(codes[reading.failure], serverTime === undefined ? {} : { serverTime });
  }
}

/** Each signature counts once. @throws signature_replayed */
async function useNonce({ limiter }: Services, { keyId, nonce }: SignedHead): Promise<void> {
  try {
    await limiter.consume('feed nonce', `${keyId} ${nonce}`, nonceOnce);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') {
      throw new AppError('signature_replayed');
    }
    throw error;
  }
}

async function noteUse(services: Services, key: FeedKey): Promise<void> {
  if (services.clock.now() - Number(key.lastUsedAt ?? 0) < notedEveryMs) {
    return;
  }
  await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const stored = await lockOne(FeedKey, scene, { id: key.id });
    if (stored) {
      stored.lastUsedAt = scene.now;
      await stored.saveBy(scene);
    }
  });
}

/**
 * Who sends this, by the signature over method, path, digest of the content, time and nonce. Nothing of the content is
 * read before.
 * @returns the key, and the digest that the content must have, in base64url
 * @throws signature_missing, signature_refused, signature_skewed, signature_replayed
 */
export async function verifyDelivery(
  services: Services,
  head: SignedHead,
): Promise<{ key: FeedKey; digest: string }> {
  const sha256 = sha256Of(head.contentDigest);
  if (sha256 === undefined || head.keyId === '' || head.signature === '') {
    throw new AppError('signature_missing');
  }
  const isId = /^[0-9a-f-]{36}$/.test(head.keyId);
  const key = isId ? await FeedKey.findByPk(head.keyId) : null;
  // A key of another source is as good as none.
  if (key?.state !== 'active' || key.source !== head.source) {
    throw new AppError('signature_refused');
  }
  verify(services, head, key, sha256);
  await useNonce(services, head);
  await noteUse(services, key);

  return { key, digest: Buffer.from(sha256, 'hex').toString('base64url') };
}
