import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

import { holderNumber } from '@anxing/contract/identityDocuments';

/** Equality search over encrypted fields: a keyed hash (HMAC-SHA-256), apart for each purpose. */
export class BlindIndex {
  private readonly id: number;

  private readonly key: KeyObject;

  /** @param material keys in base64, the last one in use */
  constructor(material: readonly { id: number; key: string }[]) {
    const last = material.at(-1);
    this.id = last?.id ?? 0;
    this.key = createSecretKey(Buffer.from(last?.key ?? '', 'base64'));
  }

  phone(phone: string): string {
    return this.of('phone', phone);
  }

  /** Under which a code is kept that proves who is signed in as staff: it signs nobody in. */
  staffProof(phone: string): string {
    return this.of('staffProof', phone);
  }

  /** Of a person: renewed permits are the same one's. */
  identity(idType: string, idNumber: string): string {
    return this.of('identity', `${idType}|${holderNumber(idType, idNumber)}`);
  }

  platformUser(platform: string, subject: string): string {
    return this.of(`user.${platform}`, subject);
  }

  /** Keyed per unit, so that equal names in two units do not show. */
  nameIn(unitId: string, name: string): string {
    return this.of(`name.${unitId}`, name);
  }

  /** A short code that is guessable: hashed with the key, it does not show in a dump. */
  smsCode(phone: string, code: string): string {
    return this.of('smsCode', `${phone}|${code}`);
  }

  /** 16 bytes for the content of a row, so that equal rows are found without keeping what stood in them. */
  rowKey(parts: readonly (string | number)[]): Buffer {
    return createHmac('sha256', this.key)
      .update(`row\0${parts.join('\0')}`)
      .digest()
      .subarray(0, 16);
  }

  private of(purpose: string, text: string): string {
    const hash = createHmac('sha256', this.key).update(`${purpose}\0${text}`).digest('base64url');

    return `${this.id}.${hash}`;
  }
}
