/** A printed page, in millimetres. The face is drawn in its own 210 × 297 box and enlarged by `scale`. */
export interface PageSize {
  width: number;
  height: number;
  scale: number;
}

/** ISO 216. */
export const pageSizes = {
  a4: { width: 210, height: 297, scale: 1 },
  a3: { width: 297, height: 420, scale: 297 / 210 },
  a5: { width: 148, height: 210, scale: 148 / 210 },
} as const satisfies Record<string, PageSize>;

export type PageSizeName = keyof typeof pageSizes;

export const millimetresPerInch = 25.4;
