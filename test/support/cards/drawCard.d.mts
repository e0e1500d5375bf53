/** What happens to a picture at a door: see drawCard.mjs. */
export interface Taken {
  rotate: number;
  blur: number;
  light: number;
  skew: number;
  scale: number;
}

export const asTaken: Taken;

/** A card of somebody who does not exist, as a camera sees it: PNG. */
export function drawCard(idNumber: string, given?: Partial<Taken>): Buffer;
