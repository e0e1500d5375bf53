import { AppError } from '../base/errors';
import { publicKeyFromText } from '../codes/ed25519Text';
import { checkSignature, useNonce } from '../commands/devices/signedHead';
import type { Http } from '../web/http';
import { signedHeadOf } from '../web/identifyDevice';

/**
 * Makes sure that whoever sends a key holds it: the request names it and is signed with it.
 * @throws signature_missing, signature_refused, signature_skewed, signature_replayed
 */
export async function checkOwnSignature(http: Http, publicKey: string): Promise<void> {
  const head = signedHeadOf(http);
  const key = publicKeyFromText(publicKey);
  if (head.keyId === '') {
    throw new AppError('signature_missing');
  }
  if (!key || head.keyId !== publicKey) {
    throw new AppError('signature_refused');
  }
  checkSignature(http.services, head, key);
  await useNonce(http.services, head);
}
