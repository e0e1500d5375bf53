import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { newId } from '../../../api/src/base/ids';
import { writeAs } from '../../../api/src/context';
import { createBy } from '../../../api/src/models/auditedModel';
import { FeedKey } from '../../../api/src/models/feedKey';
import { system } from './factories/buildUnit';
import type { TestApi } from './testApi';

/** A source as it is outside: signs with its own key, by what the documentation says and nothing of ours. */
export class FeedClient {
  private sequence = 0;

  constructor(
    private readonly api: TestApi,
    readonly source: string,
    readonly keyId: string,
    readonly privateKey: KeyObject,
  ) {}

  /** Rows as lines of JSON. */
  deliver(rows: readonly object[], given: Partial<Sending> = {}) {
    return this.send({ body: rows.map((row) => `${JSON.stringify(row)}\n`).join(''), ...given });
  }

  send(given: Partial<Sending> & { body: string | Buffer }) {
    this.sequence = given.sequence ?? this.sequence + 1;
    const now = this.api.clock.now();
    const {
      batch = `batch-${this.sequence}-${randomBytes(4).toString('hex')}`,
      asOf = now,
      type = 'application/x-ndjson',
      body,
      privateKey = this.privateKey,
      keyId = this.keyId,
      nonce = randomBytes(16).toString('base64url'),
      time = now,
    } = given;
    const query = `batch=${batch}&sequence=${this.sequence}&asOf=${asOf}${given.query ?? ''}`;
    const path = `/api/v1/operator/feeds/${this.source}/batches?${query}`;
    const signedBody = given.signedBody ?? body;
    const hex = createHash('sha256').update(signedBody).digest('hex');
    const text = ['POST', given.signedPath ?? path, hex, time, nonce].join('\n');
    const base64 = createHash('sha256').update(signedBody).digest('base64');

    return this.api.request
      .post(path)
      .set('Content-Type', type)
      .set('Content-Digest', `sha-256=:${base64}:`)
      .set('Anxing-Key', keyId)
      .set('Anxing-Time', String(time))
      .set('Anxing-Nonce', nonce)
      .set('Anxing-Signature', sign(null, Buffer.from(text), privateKey).toString('base64url'))
      .send(typeof body === 'string' ? Buffer.from(body) : body);
  }

  /** The number before the next one, for whoever was refused. */
  rewind(): void {
    this.sequence -= 1;
  }
}

/** What a test changes of a delivery. */
export interface Sending {
  batch: string;
  sequence: number;
  asOf: number;
  type: string;
  privateKey: KeyObject;
  keyId: string;
  nonce: string;
  time: number;
  /** What the signature is over, where it is not what is sent. */
  signedBody: string | Buffer;
  signedPath: string;
  /** Behind the rest of it. */
  query: string;
}

export function newSigningKey(): { privateKey: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');

  return { privateKey, publicKey: String(publicKey.export({ format: 'jwk' }).x) };
}

/** A source whose key was approved. */
export async function buildFeedClient(
  api: TestApi,
  source: string,
  given: { channel?: string; owner?: string } = {},
): Promise<FeedClient> {
  const { privateKey, publicKey } = newSigningKey();
  const key = await writeAs(api.services, system, (scene) =>
    createBy(FeedKey, scene, {
      id: newId(scene.now),
      source,
      channel: given.channel ?? 'main',
      owner: given.owner ?? '示例省卫生健康委员会',
      publicKey,
      state: 'active',
      createdAt: scene.now,
    }),
  );

  return new FeedClient(api, source, key.id, privateKey);
}
