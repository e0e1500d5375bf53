import type { BatchOrigin } from '@anxing/contract/feeds';

/** What a delivery says of itself, before anything of it is read. */
export interface Delivered {
  source: string;
  /** Whose numbering it follows. */
  channel: string;
  /** The deliverer's name of it: the same for a repeat. */
  name: string;
  /** Counted up by the deliverer; null for what a person uploads. */
  sequence: number | null;
  /** ms: of when the data is. */
  asOf: number;
  /** SHA-256 of the content in base64url, as it was signed or counted. */
  digest: string;
  origin: BatchOrigin;
  /** Shown to people as where a fact came from. */
  submittedBy: string;
  unitId: string | null;
  staffId: string | null;
}

export type Format = 'ndjson' | 'csv';

/** The content of a delivery, as it comes in. */
export interface Content {
  format: Format;
  /** As the media type says it: utf-8 or gb18030. */
  charset: string;
  /** How many rows the deliverer means to send; left out where that is not told. */
  rows?: number | undefined;
  chunks: AsyncIterable<Uint8Array>;
}
