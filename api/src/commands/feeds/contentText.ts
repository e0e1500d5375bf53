import { createHash } from 'node:crypto';

import { BatchRefused } from './batchRefused';

const charsets = new Set(['utf-8', 'utf8', 'gb18030', 'gbk', 'gb2312']);

/** No text holds these; a file of another kind does. */
const binary = /[^\P{Cc}\t\n\v\f\r]/u;

/**
 * Decodes and counts what comes in, piece by piece: no more of it is held than the piece.
 */
export class ContentText {
  private readonly hash = createHash('sha256');

  private readonly decoder: InstanceType<typeof TextDecoder>;

  /** @throws BatchRefused for a character set that is not read */
  constructor(charset: string) {
    if (!charsets.has(charset.toLowerCase())) {
      throw new BatchRefused('encoding', charset);
    }
    this.decoder = new TextDecoder(charset, { fatal: true });
  }

  /** @throws BatchRefused for what is not text of this character set */
  async *read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      this.hash.update(chunk);
      yield this.decode(chunk);
    }
    yield this.decode(undefined);
  }

  /** SHA-256 of everything that came, base64url. */
  digest(): string {
    return this.hash.digest('base64url');
  }

  private decode(chunk: Uint8Array | undefined): string {
    let text: string;
    try {
      text = chunk ? this.decoder.decode(chunk, { stream: true }) : this.decoder.decode();
    } catch {
      throw new BatchRefused('encoding');
    }
    if (binary.test(text)) {
      throw new BatchRefused('encoding');
    }

    return text;
  }
}
