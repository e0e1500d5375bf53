import type { Ocr } from './ocr';

/** A province that reads no cards: guards scan codes and cards, or type the digits. */
export const offOcr: Ocr = {
  readCard: () => Promise.resolve({ ok: false, reason: 'off' }),
};
