import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

import { idFromBytes, idToBytes } from '../base/ids';

const algorithm = 'aes-256-ecb';

/**
 * Names a person to a unit: the id, encrypted under a key of that unit's own. An id is one block of AES, so that each
 * has one reference in a unit, no two units can find out by references that they mean the same person, and nobody
 * can make one up.
 */
export class UnitReferences {
  private readonly secret: KeyObject;

  constructor(secret: Buffer) {
    this.secret = createSecretKey(secret);
  }

  /** The reference of a person in a unit, in the form of a UUID. */
  refer(unitId: string, personId: string): string {
    const cipher = createCipheriv(algorithm, this.keyOf(unitId), null).setAutoPadding(false);

    return idFromBytes(Buffer.concat([cipher.update(idToBytes(personId)), cipher.final()]));
  }

  /** The id behind a reference; of a reference that was made up, an id that nobody has. */
  resolve(unitId: string, reference: string): string {
    const decipher = createDecipheriv(algorithm, this.keyOf(unitId), null).setAutoPadding(false);

    return idFromBytes(Buffer.concat([decipher.update(idToBytes(reference)), decipher.final()]));
  }

  private keyOf(unitId: string): Buffer {
    return createHmac('sha256', this.secret).update(`person in unit\0${unitId}`).digest();
  }
}
