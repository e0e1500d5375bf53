import type { IdType } from '@anxing/contract/identityDocuments';

export interface NationalSettings {
  appId: string;
  secret: string;
  /** Where the platform's interfaces are, without a slash at the end. It has no public address. */
  url: string;
}

/** How another province sees somebody. */
export interface NationalStatement {
  colour: 'green' | 'yellow' | 'red' | 'unknown';
  /** Six digits of the province that says so. */
  province: string;
  /** ms: of when it is. */
  statedAt: number;
}

/** Whose code it is. */
export interface NationalHolder {
  /** Undefined for a document that is not known here. */
  idType: IdType | undefined;
  idNumber: string;
  name: string;
}

/** refused: not a code of the platform, or too old; busy: try again; off: the province takes no part. */
export type NationalCodeAnswer =
  ({ ok: true } & NationalHolder & NationalStatement) | { ok: false; reason: 'refused' | 'busy' | 'off' };

export type NationalLookUp =
  ({ ok: true } & NationalStatement) | { ok: false; reason: 'notFound' | 'busy' | 'off' };

export interface NationalQuestion {
  idType: IdType;
  idNumber: string;
  name: string;
}

/** ms: looking somebody up by itself keeps a page waiting no longer than this. */
export const lookUpMs = 2_000;

/** What we ask of the national platform (GB/T 38963, see docs/integration). Both throw ProviderUnavailable. */
export interface National {
  /** What a scanned code says, and of whom. */
  resolve(content: string): Promise<NationalCodeAnswer>;

  /** What the other provinces say of somebody: answers, or gives up, within `lookUpMs`. */
  lookUp(person: NationalQuestion): Promise<NationalLookUp>;
}
