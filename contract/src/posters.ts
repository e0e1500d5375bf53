import { z } from 'zod';

import { limits } from './limits';

/** Paper. A card is a sheet of A4 that stands on a table, folded in the middle. */
export const posterSizes = ['a3', 'a4', 'a5', 'card'] as const;
export type PosterSize = (typeof posterSizes)[number];

export const posterSizeNames: Record<PosterSize, string> = {
  a3: 'A3',
  a4: 'A4',
  a5: 'A5',
  card: '桌卡',
};

const posterSize = z.enum(posterSizes);

export const posterFormats = ['svg', 'png', 'pdf'] as const;
export type PosterFormat = (typeof posterFormats)[number];

export const posterState = z.object({
  id: z.string(),
  serial: z.number().int(),
  shortCode: z.string(),
  link: z.string(),
  issuedAt: z.number(),
  revokedAt: z.number().nullable(),
  /** How often it was printed or kept as a file. */
  printed: z.number().int(),
  printedBySize: z.record(posterSize, z.number().int()),
  /** ms; since then it may hang on a wall. */
  firstPrintedAt: z.number().nullable(),
  /** ms of the first scan; null when it was never scanned. */
  firstScannedAt: z.number().nullable(),
});
export type PosterState = z.infer<typeof posterState>;

/** Points by what is the matter with their poster: none though open, not printed yet, out for days and never scanned. */
export const posterHints = ['missing', 'unprinted', 'unscanned'] as const;
export type PosterHint = (typeof posterHints)[number];

export const posterHintNames: Record<PosterHint, string> = {
  missing: '未生成',
  unprinted: '未打印',
  unscanned: '久未扫码',
};

const dayMs = 86_400_000;

/** Printed so long ago that somebody should have scanned it: it may hang where nobody sees it, or nowhere. */
export function isUnscanned({ firstPrintedAt, firstScannedAt }: PosterState, now: number): boolean {
  return (
    firstScannedAt === null &&
    firstPrintedAt !== null &&
    now - firstPrintedAt >= limits.posterSilentDays * dayMs
  );
}

export const posterQuery = z.strictObject({ size: posterSize.default('a4') });

/** Told before a poster is printed or kept as a file: what was looked at only is no print. */
export const posterPrint = z.strictObject({ size: posterSize, format: z.enum(posterFormats) });
export type PosterPrint = z.input<typeof posterPrint>;
