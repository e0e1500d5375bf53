import type { PosterSize } from '@anxing/contract/posters';

/** Which drawing, each in millimetres of its own box. */
export type FaceName = 'portrait' | 'landscape';

/** Where on the paper a face goes. */
export interface Placement {
  face: FaceName;
  /** mm from the paper's top left corner to that of the face. */
  x: number;
  y: number;
  scale: number;
  /** Upside down: behind a fold it stands upright. */
  isTurned: boolean;
}

/** A printed page, in millimetres. */
export interface PageSize {
  width: number;
  height: number;
  faces: readonly Placement[];
  /** mm from the top, where the paper is folded. */
  fold?: number;
}

const upright: Placement = { face: 'portrait', x: 0, y: 0, scale: 1, isTurned: false };
const half: Placement = { ...upright, face: 'landscape' };

/** ISO 216. The card is a sheet of A4 folded in the middle: it stands on a table and is read from both sides. */
export const pageSizes = {
  a3: { width: 297, height: 420, faces: [{ ...upright, scale: 297 / 210 }] },
  a4: { width: 210, height: 297, faces: [upright] },
  a5: { width: 148, height: 210, faces: [{ ...upright, scale: 148 / 210 }] },
  card: {
    width: 210,
    height: 297,
    faces: [
      { ...half, isTurned: true },
      { ...half, y: 148.5 },
    ],
    fold: 148.5,
  },
} as const satisfies Record<PosterSize, PageSize>;

/** mm on paper: 6 pt. No text of a poster is smaller, whatever the size of the page. */
export const readableSize = 2.1;

export const millimetresPerInch = 25.4;
