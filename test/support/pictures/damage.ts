import sharp from 'sharp';

/** How bad a poster's code looks to a phone. */
export interface Damage {
  /** Share of the code's area under spots, white and dark. */
  dirt?: number;
  /** Degrees. */
  tilt?: number;
  /** px of the picture's width as the phone sees it. */
  width: number;
  /** Sigma in px of that picture. */
  blur: number;
}

/** Share of the code's side that each of the three corner marks takes, with its quiet zone. */
const corner = 0.3;
/** Where the small mark lies, across and down, in codes of our length. */
const smallMark = { from: 0.7, to: 0.87 };

/** Share of the code's side that the card around it is wide. */
const card = 0.1;

/** The same numbers for the same seed, 0 to 1 (Lehmer 1951). */
function numbersFrom(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2_147_483_647;

  return () => {
    state = (state * 48_271) % 2_147_483_647;

    return state / 2_147_483_647;
  };
}

/**
 * Readers find a code by its three corner marks, and jsQR places it by the small one: once one of them is spoilt they
 * find nothing, however much of the code could be corrected.
 */
function isOnMark(across: number, down: number): boolean {
  const [atLeft, atTop] = [across < corner, down < corner];
  const isOnSmallOne = [across, down].every((place) => place > smallMark.from && place < smallMark.to);

  return isOnSmallOne || (atLeft && atTop) || (atLeft && down > 1 - corner) || (across > 1 - corner && atTop);
}

/** Round spots of one or two modules, until they cover the share that is wanted; the marks stay clean. */
function spots(share: number, side: number, seed: number): string[] {
  const random = numbersFrom(seed);
  const drawn: string[] = [];
  for (let area = 0; area < share * side ** 2;) {
    const [across, down, radius] = [random(), random(), side * (0.01 + random() * 0.015)];
    if (!isOnMark(across, down)) {
      const colour = random() > 0.5 ? '#fff' : '#444';
      drawn.push(`<circle cx="${across * side}" cy="${down * side}" r="${radius}" fill="${colour}"/>`);
      area += Math.PI * radius ** 2;
    }
  }

  return drawn;
}

/**
 * A code as a phone sees it: spotted, crooked, small and out of focus.
 * @param code a square picture of nothing else
 * @param seed other spots, the same for the same number
 */
export async function damaged(code: Buffer, damage: Damage, seed = 1): Promise<Buffer> {
  const { width: side = 0 } = await sharp(code).metadata();
  const marks = spots(damage.dirt ?? 0, side, seed).join('');
  const dirt = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${marks}</svg>`;
  const around = Math.round(side * card);
  const spotted = await sharp(code)
    .flatten({ background: '#ffffff' })
    .composite([{ input: Buffer.from(dirt), left: 0, top: 0 }])
    .png()
    .toBuffer();
  const framed = await sharp(spotted)
    .extend({ top: around, bottom: around, left: around, right: around, background: '#ffffff' })
    .png()
    .toBuffer();
  const turned = sharp(framed).rotate(damage.tilt ?? 0, { background: '#8a8f98' });
  const small = sharp(await turned.png().toBuffer()).resize(damage.width);

  return small.blur(damage.blur).png().toBuffer();
}
