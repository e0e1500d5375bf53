import type { PublicConfig } from './publicConfig';
import type { ScanWant } from './scans';
import type { Decision, Direction } from './visits';

/** What was seen of somebody at a door. */
export interface Seen {
  /** °C; undefined when nobody measured. */
  temperature?: number | undefined;
  /** undefined when nobody looked. */
  mask?: boolean | undefined;
  /** A gate without staff: nobody is there who could look. */
  isUnattended?: boolean | undefined;
}

/** What a place asks of whoever comes in. */
export interface EntryPolicy {
  mask: boolean;
  temperature: 'required' | 'asked';
  /** h: how old a negative test may be; null when none is asked for. */
  testHours: number | null;
}

export interface Entrant extends Seen {
  /** What the colour says at a door, and its name for people. */
  colour: { decision: Decision; label: string };
  /** ms since the sample of the last negative test; undefined when there is none, 'unknown' where nobody can ask. */
  testAge?: number | 'unknown' | undefined;
  place: EntryPolicy;
}

export interface EntryVerdict {
  decision: Decision;
  /** Why it is not `allow`, in words for people. */
  why: string | null;
}

const hourMs = 3_600_000;

const allow: EntryVerdict = { decision: 'allow', why: null };

/** Who leaves is not kept. */
export const leaving: EntryVerdict = allow;

const wantTexts: Record<ScanWant, string> = { temperature: '测量体温', mask: '查看口罩' };
const unmetTexts: Record<ScanWant, string> = { temperature: '未测量体温', mask: '未查看口罩' };
const noMask = '未佩戴口罩';

/** @param feverFrom °C: the lowest that is fever */
export function isFever({ temperature }: Seen, feverFrom: number): boolean {
  // In tenths, as it is kept and shown.
  return temperature !== undefined && Math.round(temperature * 10) >= Math.round(feverFrom * 10);
}

/** What is still to be measured or looked at before somebody may come in. */
export function wantsOf({ temperature, mask, isUnattended = false }: Seen, place: EntryPolicy): ScanWant[] {
  const isUnmeasured = place.temperature === 'required' && temperature === undefined;
  const isUnseen = place.mask && mask === undefined && !isUnattended;

  return [...(isUnmeasured ? (['temperature'] as const) : []), ...(isUnseen ? (['mask'] as const) : [])];
}

function colourText({ decision, label }: Entrant['colour']): string | undefined {
  if (decision === 'allow') {
    return undefined;
  }

  return decision === 'stop' ? `健康码为${label}` : `健康码${label}`;
}

function feverText(seen: Seen, feverFrom: number): string | undefined {
  const { temperature = 0 } = seen;

  return isFever(seen, feverFrom) ? `体温 ${temperature.toFixed(1)} ℃，达到或超过 ${feverFrom} ℃` : undefined;
}

/** What stops whatever else is known. */
function stopOf({ colour, place, ...seen }: Entrant, feverFrom: number): string | undefined {
  if (colour.decision === 'stop') {
    return `${colourText(colour)}，请配合工作人员`;
  }

  return feverText(seen, feverFrom) ?? (place.mask && seen.mask === false ? noMask : undefined);
}

function testText({ testAge = Infinity, place: { testHours } }: Entrant): string | undefined {
  if (testHours === null) {
    return undefined;
  }
  if (testAge === 'unknown') {
    return `离线时查不到 ${testHours} 小时内的核酸结果`;
  }

  return testAge > testHours * hourMs ? `未查到 ${testHours} 小时内的核酸阴性结果` : undefined;
}

/** What the guard has to make sure of. */
function askOf(entrant: Entrant): string | undefined {
  const { colour, place } = entrant;
  const doubt = colourText(colour) ?? testText(entrant);
  if (doubt !== undefined) {
    return `${doubt}，请工作人员核验`;
  }
  const wants = wantsOf(entrant, place);

  return wants.length > 0 ? `请${wants.map((want) => wantTexts[want]).join('、')}` : undefined;
}

/** All that stood against letting somebody in, told afterwards: nobody is asked to do anything any more. */
export function againstEntry(entrant: Entrant, feverFrom: number): string | undefined {
  const { colour, place, mask } = entrant;
  const found = [
    colourText(colour),
    feverText(entrant, feverFrom),
    place.mask && mask === false ? noMask : undefined,
    testText(entrant),
    ...wantsOf(entrant, place).map((want) => unmetTexts[want]),
  ].filter((text) => text !== undefined);

  return found.length > 0 ? found.join('；') : undefined;
}

/**
 * Entry needs a colour that passes, a temperature below fever and, where the place asks for them, a mask, a measured
 * temperature and a negative test. What is still wanted makes the decision a provisional `ask`. The one place of this
 * rule: server, kiosk and phone decide by it.
 */
export function decideEntry(entrant: Entrant, feverFrom: number): EntryVerdict {
  const stop = stopOf(entrant, feverFrom);
  if (stop !== undefined) {
    return { decision: 'stop', why: stop };
  }
  const ask = askOf(entrant);

  return ask === undefined ? allow : { decision: 'ask', why: ask };
}

/** Of a category that is no longer configured. */
const nothingAsked = { mask: false, temperature: 'asked', testHours: null, outagePass: false } as const;

/** The policy of a stand that may have to do without network. */
export interface StandPolicy extends EntryPolicy {
  /** Whether passes open its doors then. */
  outagePass: boolean;
}

/** What a kind of place asks for. */
export function policyOf({ categories }: Pick<PublicConfig, 'categories'>, category: string): StandPolicy {
  return categories.find(({ id }) => id === category) ?? nothingAsked;
}

interface Offline {
  /** Name of the colour inside the code. */
  colour: string;
  direction: Direction;
  seen: Seen;
  policy: EntryPolicy;
}

/** What the server would decide, as far as a code tells: test results it alone knows. */
export function decideOffline(
  { colour, direction, seen, policy }: Offline,
  { colours, feverFrom }: Pick<PublicConfig, 'colours' | 'feverFrom'>,
): EntryVerdict & { wants: ScanWant[] } {
  if (direction === 'out') {
    return { ...leaving, wants: [] };
  }
  const { decision = 'ask', label = '未知' } = colours.find(({ name }) => name === colour) ?? {};
  const entrant: Entrant = { ...seen, colour: { decision, label }, testAge: 'unknown', place: policy };
  const verdict = decideEntry(entrant, feverFrom);

  return { ...verdict, wants: verdict.decision === 'stop' ? [] : wantsOf(seen, policy) };
}
