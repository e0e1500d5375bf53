import type { IdType } from '@anxing/contract/identityDocuments';

export interface IdentitySettings {
  secretId: string;
  secretKey: string;
  /** 业务流程 of the face check, one for each way in. */
  ruleIds: { weapp: string; h5: string };
  /** Where a browser comes back to after the face check. */
  redirectUrl: string;
  region?: string | undefined;
  /** https://faceid.tencentcloudapi.com unless given. */
  url?: string | undefined;
}

export interface IdentityClaim {
  idType: IdType;
  name: string;
  idNumber: string;
}

/** unknown: the register does not have the person, or not today; a counter decides. */
export type IdentityMatch = 'match' | 'mismatch' | 'unknown';

export type FaceClient = 'weapp' | 'alipay' | 'h5';

/** unsupported: this kind of document has no face on record, so a counter checks it. */
export type FaceStart =
  | { ok: true; ticket: string; url: string | null }
  | { ok: false; reason: 'unsupported' | 'refused' | 'busy' };

export type FaceResult = 'pass' | 'fail' | 'pending';

/** Checks people against the register: L3 name and number, L4 face. All throw ProviderUnavailable. */
export interface Identity {
  matchIdentity(claim: IdentityClaim): Promise<IdentityMatch>;

  /**
   * Begins a face check.
   * @returns the ticket, which a WeChat client hands to the face plugin, and the page that the others open
   */
  startFace(claim: IdentityClaim & { client: FaceClient }): Promise<FaceStart>;

  /**
   * The caller keeps which ticket belongs to whom: a ticket says that somebody passed, as the person it was begun for.
   * @param claim when given, a check made for another name or number fails
   */
  faceResult(ticket: string, claim?: IdentityClaim): Promise<FaceResult>;
}
