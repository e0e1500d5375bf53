import type { EvidenceUpload } from '@anxing/contract/evidence';
import { limits } from '@anxing/contract/limits';

/** `denied`: the phone or the browser does not let us. `unreadable`: no picture, or one of a kind we cannot take. */
export type PictureFault = 'denied' | 'unreadable' | 'tooBig';

export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A picture that was chosen; it stays on the phone until it is read and sent. */
export interface PickedPicture {
  /** What `<Image>` shows. */
  preview: string;
  /** @throws PictureError */
  read: () => Promise<EvidenceUpload>;
}

/** How the first bytes of a picture look in base64. */
const beginnings = [
  { start: '/9j/', mediaType: 'image/jpeg' },
  { start: 'iVBORw0KGgo', mediaType: 'image/png' },
] as const;

/** Pixels of the longer side: enough to read a document. */
export const longestSide = 1600;

export function bytesOf(base64: string): number {
  const padding = /=*$/.exec(base64)?.[0].length ?? 0;

  return (base64.length / 4) * 3 - padding;
}

export function isTooBig(base64: string): boolean {
  return bytesOf(base64) > limits.evidenceBytes;
}

/** The kind is told by the content: phones name their files as they like. @throws PictureError */
export function uploadOf(base64: string): EvidenceUpload {
  const data = base64.replace(/\s/g, '');
  const kind = beginnings.find(({ start }) => data.startsWith(start));
  if (!kind) {
    throw new PictureError('unreadable');
  }
  if (isTooBig(data)) {
    throw new PictureError('tooBig');
  }

  return { mediaType: kind.mediaType, data };
}
