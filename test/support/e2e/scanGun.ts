import type { CDPSession, Page } from 'playwright-core';

/** Where a character lies on a US keyboard, which guns pretend to be. */
function placeOf(character: string): { code: string; isShifted: boolean } {
  if (/[A-Za-z]/.test(character)) {
    return { code: `Key${character.toUpperCase()}`, isShifted: character !== character.toLowerCase() };
  }
  if (/\d/.test(character)) {
    return { code: `Digit${character}`, isShifted: false };
  }
  const others: Record<string, [string, boolean]> = {
    ':': ['Semicolon', true],
    '-': ['Minus', false],
    _: ['Minus', true],
  };
  const [code, isShifted] = others[character] ?? ['', false];

  return { code, isShifted };
}

const shift = 8;
/** What a browser calls a key that an input method took. */
const takenKey = 229;

/** A USB gun in front of a page: keys as fast as they come, with Enter at the end. */
export class ScanGun {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async at(page: Page): Promise<ScanGun> {
    return new ScanGun(page, await page.context().newCDPSession(page));
  }

  async shoot(text: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(end);
  }

  /** While an input method is on: of each key only its place is told, of Enter too. */
  async shootTaken(text: string): Promise<void> {
    for (const character of text) {
      const { code, isShifted } = placeOf(character);
      await this.press('Process', code, isShifted ? shift : 0);
    }
    await this.press('Process', 'Enter', 0);
  }

  /** While an input method gives full width: `ＡＸ１：`. */
  async shootWide(text: string): Promise<void> {
    for (const character of text) {
      const { code, isShifted } = placeOf(character);
      const wide = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
      await this.press(wide, code, isShifted ? shift : 0);
    }
    await this.page.keyboard.press('Enter');
  }

  /** Into a field that somebody left the focus in: the input method puts the text together and hands it over. */
  async compose(text: string): Promise<void> {
    for (const end of [4, Math.floor(text.length / 2), text.length]) {
      const part = text.slice(0, end);
      const caret = { selectionStart: end, selectionEnd: end };
      await this.session.send('Input.imeSetComposition', { text: part, ...caret });
    }
    await this.session.send('Input.insertText', { text });
    await this.page.keyboard.press('Enter');
  }

  private async press(key: string, code: string, modifiers: number): Promise<void> {
    const event = { key, code, modifiers, windowsVirtualKeyCode: takenKey };
    await this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}
