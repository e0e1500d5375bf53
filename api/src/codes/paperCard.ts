import { createHmac, timingSafeEqual } from 'node:crypto';

import { codePrefixes } from '@anxing/contract/scanned';
import {
  cardMacBytes,
  cardReferenceBytes,
  formBytes,
  formVersion,
  signedText,
  splitCard,
} from '@anxing/contract/offline/codeForms';

import { headerByte, type KeyRing } from './keyRing';
import type { PosterKey } from './keys';
import { assertBytes } from './ranges';
import { refused, type Reading } from './reading';

const macAt = formBytes.card - cardMacBytes;

function macOf({ secret }: PosterKey, signed: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(signed).digest().subarray(0, cardMacBytes);
}

/**
 * The text of a printed card's QR code: 35 characters. It says who somebody is to staff on duty and to devices, and
 * opens nothing. Like a poster it is on paper for long, so the keys of posters make it.
 * @param reference the card's own random reference, 8 bytes
 */
export function issueCard(key: PosterKey, reference: Buffer): string {
  assertBytes(reference, cardReferenceBytes, 'card reference');
  const card = Buffer.alloc(formBytes.card);
  card.writeUInt8(headerByte(formVersion, key.id), 0);
  reference.copy(card, 1);
  macOf(key, signedText('card', card.subarray(0, macAt))).copy(card, macAt);

  return codePrefixes.card + card.toString('base64url');
}

/** The reference of a card, in hex. Whether it was revoked is not told. */
export function openCard(
  ring: KeyRing<PosterKey>,
  text: string,
): Reading<{ reference: string }, 'malformed' | 'unknownKey' | 'forged'> {
  const parts = splitCard(text);
  const key = parts && ring.find(parts.keyId);
  if (!parts || !key) {
    return refused(parts ? 'unknownKey' : 'malformed');
  }
  if (!timingSafeEqual(macOf(key, parts.signed), parts.mac)) {
    return refused('forged');
  }

  return { ok: true, content: { reference: Buffer.from(parts.reference).toString('hex') } };
}
