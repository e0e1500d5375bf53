import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { post } from '../../../scripts/feed/post.mjs';
import { readDelivery } from '../../../scripts/feed/readDelivery.mjs';
import { signedRequest } from '../../../scripts/feed/signedRequest.mjs';

/** A source as it is outside: writes its rows to a file, signs and sends it as `npm run feed` does. */
export class Deliverer {
  #sequences = new Map();

  #files = 0;

  /** @param {import('./place.mjs').RiskPlace} place @param province from which the rows are */
  constructor(place, province) {
    this.place = place;
    this.province = province;
  }

  /** Writes a file of rows; nothing is sent. */
  async prepare(source, delivered) {
    this.#files += 1;
    const file = path.join(this.place.files, `${this.#files}-${source}.ndjson`);
    await pipeline(this.province.lines(source, delivered), createWriteStream(file));

    return { source, ...(await readDelivery({ file })) };
  }

  /**
   * Sends a file that was prepared.
   * @returns {Promise<{ status: number, seconds: number, answer: object }>}
   */
  async send(server, delivery) {
    const { source, file } = delivery;
    const sequence = (this.#sequences.get(source) ?? 0) + 1;
    const options = {
      source,
      batch: `bench-${this.#files}-${sequence}`,
      sequence,
      asOf: Date.now(),
      keyId: this.place.cast.feedKeys[source],
    };
    const request = signedRequest(options, delivery, this.place.keys.privateKey);
    const began = performance.now();
    const { status, text } = await post(`http://127.0.0.1:${server.port}`, request, file);
    if (status === 201) {
      this.#sequences.set(source, sequence);
    }

    return { status, seconds: (performance.now() - began) / 1000, answer: JSON.parse(text) };
  }
}
