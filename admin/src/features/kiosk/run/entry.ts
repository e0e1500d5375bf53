import { isFever } from '@anxing/contract/entry';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import { temperature as temperatureShape } from '@anxing/contract/scans';
import type { Decision } from '@anxing/contract/visits';

/** What the guard adds to a check: by single keys, no field. */
export interface Entry {
  /** Which digits mean what at the moment. */
  panel: 'none' | 'temperature' | 'reason' | 'override';
  /** As typed, with its point. */
  temperature: string;
  mask: boolean | undefined;
  /** Why the person came. It stays for the next one: at most doors it is the same all morning. */
  reason: string | undefined;
  override: OverrideReason | undefined;
  fault: string | undefined;
  state: 'open' | 'sending' | 'sent';
}

export type OverrideReason = PublicConfig['overrideReasons'][number];

/** From what is chosen. */
export interface Choices {
  passReasons: PublicConfig['passReasons'];
  overrideReasons: readonly OverrideReason[];
}

/** What can be chosen for somebody: reasons for deciding otherwise than it was decided, and with fever fewer. */
export function choicesFor(
  { decision }: { decision: Decision },
  entry: Entry,
  { passReasons, overrideReasons, feverFrom }: Choices & { feverFrom: number },
): Choices {
  const hasFever = isFever({ temperature: temperatureOf(entry) }, feverFrom);

  return {
    passReasons,
    overrideReasons: overrideReasons.filter(
      (one) => one.decision !== decision && (one.fever || !hasFever || one.decision === 'stop'),
    ),
  };
}

export function freshEntry(reason?: string): Entry {
  return {
    panel: 'none',
    temperature: '',
    mask: undefined,
    reason,
    override: undefined,
    fault: undefined,
    state: 'open',
  };
}

/** With the point that nobody types: 368 is 36.8. */
function withPoint(digits: string): string {
  const plain = digits.replace('.', '').slice(0, 3);

  return plain.length === 3 ? `${plain.slice(0, 2)}.${plain.slice(2)}` : plain;
}

/** °C; undefined when it is none that a thermometer shows. */
export function temperatureOf({ temperature }: Pick<Entry, 'temperature'>): number | undefined {
  const read = temperatureShape.safeParse(temperature === '' ? undefined : Number(temperature));

  return read.success ? read.data : undefined;
}

function pressDigit(entry: Entry, digit: string, choices: Choices): Entry | undefined {
  const place = Number(digit) - 1;
  if (entry.panel === 'temperature') {
    return { ...entry, temperature: withPoint(entry.temperature + digit), fault: undefined };
  }
  if (entry.panel === 'reason') {
    const reason = choices.passReasons[place]?.id;

    return reason ? { ...entry, reason, panel: 'none', fault: undefined } : entry;
  }
  if (entry.panel === 'override') {
    const override = choices.overrideReasons[place];

    return override ? { ...entry, override, panel: 'none', fault: undefined } : entry;
  }

  return undefined;
}

function toggled(entry: Entry, panel: Entry['panel']): Entry {
  return { ...entry, panel: entry.panel === panel ? 'none' : panel, fault: undefined };
}

/** What a key does. @returns undefined when it is no key of the entry */
export function pressEntry(entry: Entry, character: string, choices: Choices): Entry | undefined {
  if (entry.state === 'sending') {
    return undefined;
  }
  const open: Entry = { ...entry, state: 'open' };
  switch (character.toLowerCase()) {
    case 't':
      return { ...toggled(open, 'temperature'), temperature: '' };
    case 'm':
      return { ...open, mask: open.mask !== true, fault: undefined };
    case 'r':
      return toggled(open, 'reason');
    case 'o':
      return { ...toggled(open, 'override'), override: undefined };
    case '.':
      return open.panel === 'temperature' ? open : undefined;
    default:
      return /^\d$/.test(character) ? pressDigit(open, character, choices) : undefined;
  }
}

/** Whether a line of characters is keys of the entry only, and not something that was scanned. */
export function isEntryLine(text: string): boolean {
  return /^([tmro.]|\d)*$/i.test(text) && text.length < 10 && !/\d{5}/.test(text);
}
