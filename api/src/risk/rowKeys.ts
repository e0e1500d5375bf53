import type { BlindIndex } from '../privacy/blindIndex';

/** What makes two rows of a source say the same. */
export interface FactContent {
  source: string;
  subject: string;
  kind: string;
  date: string;
  validUntil: number | null;
}

/** 16 bytes: rows that say the same have the same. */
export function factRowKey(
  index: BlindIndex,
  { source, subject, kind, date, validUntil }: FactContent,
): Buffer {
  return index.rowKey(['fact', source, subject, kind, date, validUntil ?? '']);
}
