import { z } from 'zod';

import { StartRefused } from '../../base/errors';
import { callOutside, readAnswer } from '../callOutside';
import type { CardPicture, CardReadings, Ocr, OcrSettings } from './ocr';

const answerSchema = z.union([
  z.object({ readings: z.tuple([z.string().max(2_000), z.string().max(2_000)]) }),
  z.object({ busy: z.literal(true) }),
]);

const call = { provider: 'ocr', call: 'id-card' };

/** A service that reads cards twice, over HTTP. What is assumed of it is told in docs/integration. */
export class LiveOcr implements Ocr {
  /** @throws StartRefused for an address that is none */
  constructor(
    private readonly settings: OcrSettings,
    private readonly timeoutMs: number,
  ) {
    if (!URL.canParse(settings.url)) {
      throw new StartRefused('ANXING_OCR_URL 不是有效的地址 / is not an address');
    }
  }

  async readCard({ mediaType, bytes }: CardPicture): Promise<CardReadings> {
    const { url, key } = this.settings;
    const text = await callOutside({
      ...call,
      url: `${url}/id-card`,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ mediaType, image: bytes.toString('base64'), readings: 2 }),
      timeoutMs: this.timeoutMs,
    });
    const answer = readAnswer(call, text, answerSchema);

    return 'busy' in answer ? { ok: false, reason: 'busy' } : { ok: true, readings: answer.readings };
  }
}
