import { KeyLine } from '../keys/keyLine';
import { isEntryLine } from './entry';

/** What Enter ended. */
export type Line = { kind: 'keys' } | { kind: 'text'; text: string };

/** Keys that were pressed a moment before the gun are none of what it read, which then begins as nothing else does. */
const keysBefore = /^[tmro.\d]{1,9}(?=(?:ax[\di]|gk|https?):)/i;
/** Before digits only as many are taken away as the keys ask for: three of a temperature, one of a list. */
const keysBeforeDigits = /^(?:t\d\d\.?\d|[ro]\d|[tmro.])+(?=(?:\d{12}|\d{17}[\dx])$)/i;

const longestNumber = 18;
/** More digits than a temperature has. */
const numberFrom = 5;

/**
 * Tells keys of the entry from what a gun types: a gun's text begins with the same letters, so that a key acts at once,
 * and what it did is gone when the line turns out to be the next person.
 */
export class KeyDesk {
  private readonly line = new KeyLine();

  /** Whether a character of the line was a key. */
  private hasKeys = false;

  /** @returns the digits to show as typed */
  character(character: string, at: number, press: (character: string) => boolean): string {
    if (this.line.add(character, at)) {
      this.hasKeys = false;
    }
    if (isEntryLine(this.line.burst) && press(character)) {
      this.hasKeys = true;
    }

    return this.typed();
  }

  back(at: number): string {
    this.line.removeLast(at);

    return this.typed();
  }

  end(at: number): Line {
    const { hasKeys } = this;
    const heard = this.line.end(at);
    const said = heard.replace(keysBefore, '');
    const text = hasKeys ? said.replace(keysBeforeDigits, '') : said;
    this.hasKeys = false;

    return text === '' || (hasKeys && isEntryLine(text)) ? { kind: 'keys' } : { kind: 'text', text };
  }

  clear(): void {
    this.line.clear();
    this.hasKeys = false;
  }

  private typed(): string {
    const { text } = this.line;
    const isNumber = /^\d+$/.test(text) && text.length <= longestNumber;

    return isNumber && (!this.hasKeys || text.length >= numberFrom) ? text : '';
  }
}
