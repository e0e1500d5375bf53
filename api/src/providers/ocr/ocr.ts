export interface OcrSettings {
  /** Where the service is, without a slash at the end. */
  url: string;
  key: string;
}

/** A picture that came from a camera at a door. */
export interface CardPicture {
  mediaType: 'image/jpeg' | 'image/png';
  bytes: Buffer;
}

/**
 * What two readings that do not know of each other make of a picture: lines of text, among them the number or not.
 * busy: ask again; off: the province reads no cards.
 */
export type CardReadings =
  { ok: true; readings: readonly [string, string] } | { ok: false; reason: 'busy' | 'off' };

/** Reads resident identity cards. Nothing of the picture is kept. Throws ProviderUnavailable. */
export interface Ocr {
  readCard(picture: CardPicture): Promise<CardReadings>;
}
