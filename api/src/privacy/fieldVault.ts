import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** Where a sealed value lives. It is bound to the place: moved to another row or column it does not open. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

function placeBytes({ table, column, row }: Place): Buffer {
  return Buffer.from(`${table}|${column}|${row}`);
}

/** Encrypts single fields (AES-256-GCM); the value names its key, so that keys can be changed one row at a time. */
export class FieldVault {
  private readonly keys: Map<number, KeyObject>;

  private readonly current: number;

  /** @param material keys in base64, the last one in use */
  constructor(material: readonly { id: number; key: string }[]) {
    this.keys = new Map(material.map(({ id, key }) => [id, createSecretKey(Buffer.from(key, 'base64'))]));
    this.current = material.at(-1)?.id ?? 0;
  }

  seal(place: Place, text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, this.key(this.current), nonce);
    cipher.setAAD(placeBytes(place));
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);

    return `${this.current}.${body.toString('base64url')}`;
  }

  /** @throws when the key is unknown, the value was altered, or it belongs to another place */
  open(place: Place, sealed: string): string {
    const dot = sealed.indexOf('.');
    const body = Buffer.from(sealed.slice(dot + 1), 'base64url');
    const decipher = createDecipheriv(
      algorithm,
      this.key(Number(sealed.slice(0, dot))),
      body.subarray(0, 12),
    );
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(body.subarray(-16));

    return decipher.update(body.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
  }

  private key(id: number): KeyObject {
    const key = this.keys.get(id);
    if (!key) {
      throw new Error(`field key ${id} is not in the secrets`);
    }

    return key;
  }
}
