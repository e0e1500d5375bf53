/** Silence after which characters belong to something new, ms. Nothing is asked of how fast a gun types. */
export const idleMs = 400;
/** How long digits typed by hand wait for the next one, ms. */
const handMs = 30_000;

const longest = 2_048;
const numberLength = 12;

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

/**
 * A prefix of our codes in small letters, also behind keys that were pressed a moment before: the Caps Lock key is on,
 * and every letter came the other way round.
 */
const turnedPrefix = /^[tmroTMRO.\d]{0,9}ax\d:/;

function turnCase(text: string): string {
  return [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join('');
}

/** Characters on their way to Enter: of a gun, or of somebody who types the 12 digits. */
export class KeyLine {
  private heard = '';

  /** Where in the text the last silence was. */
  private burstFrom = 0;
  private last = -Infinity;

  get text(): string {
    return this.heard;
  }

  /** What came since the last silence. */
  get burst(): string {
    return this.heard.slice(this.burstFrom);
  }

  /** @param at ms @returns whether something new begins with it */
  add(character: string, at: number): boolean {
    const silence = at - this.last;
    const goesOn = silence <= idleMs || (silence <= handMs && isDigits(this.heard + character));
    if (!goesOn) {
      this.heard = '';
    }
    if (silence > idleMs) {
      this.burstFrom = this.heard.length;
    }
    this.last = at;
    const isNew = this.heard === '';
    if (this.heard.length < longest) {
      this.heard += character;
    }

    return isNew;
  }

  removeLast(at: number): void {
    this.heard = this.heard.slice(0, -1);
    this.burstFrom = Math.min(this.burstFrom, this.heard.length);
    this.last = at;
  }

  /** Enter: what is to be read. Digits that somebody left standing do not go before a number from a gun. */
  end(at: number): string {
    const { heard, burst } = this;
    const isOver = at - this.last > idleMs && !isDigits(heard);
    this.clear();
    if (isOver) {
      return '';
    }
    const text = isDigits(heard) && burst.length >= numberLength ? burst : heard;

    return turnedPrefix.test(text) ? turnCase(text) : text;
  }

  clear(): void {
    this.heard = '';
    this.burstFrom = 0;
    this.last = -Infinity;
  }
}
