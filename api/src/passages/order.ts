import type { Look } from '../privacy/accessLog';
import type { Actor } from '../storage/scene';
import type { Passage } from './passage';

/** A check-in that was verified and decided, ready to be written. */
export interface PassageOrder {
  passage: Passage;
  /** Who asked for it. */
  actor: Actor;
  rootId: string;
  /** ms after which somebody inside is taken to have left. */
  stayMs: number;
  /** Whose data were looked at with it. */
  look: Look | null;
  /** The poster, when nobody was seen to scan it before. */
  firstScanOf: string | null;
  /** It moves nobody before the guard has told the feedback. */
  waits?: boolean;
}
