import type { BlindIndex } from '../../privacy/blindIndex';
import type { FeedRow } from './feedRow';

/** By what two rows of registers are held against each other. */
export type PlaceKeys = Pick<FeedRow, 'matchKey' | 'partKey' | 'position'>;

type Index = Pick<BlindIndex, 'rowKey'>;

const kept = 1_000;

/** Passengers of a train come one after the other, and neighbours of a house: a key is made once for all of them. */
export class KeptKeys implements Index {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly index: Index) {}

  rowKey(parts: readonly (string | number)[]): Buffer {
    const text = parts.join('\0');
    const known = this.keys.get(text);
    if (known) {
      return known;
    }
    if (this.keys.size >= kept) {
      this.keys.clear();
    }
    const key = this.index.rowKey(parts);
    this.keys.set(text, key);

    return key;
  }
}

/** Texts about places without blanks, and with letters and digits as everybody has them: 3号楼, ３ 号楼. */
function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** 5 of `05`, `５`, `5车` and `第5车厢`; undefined when it names no carriage: then it is not known. */
function carriageOf(text: string | undefined): string | undefined {
  const [, extra = '', number = ''] = /^第?(加?)0*([1-9]\d*)(?:号?车厢?|号)?$/.exec(plain(text)) ?? [];

  return number === '' ? undefined : `${extra}${number}`;
}

export interface Journey {
  kind: string;
  vehicle: string;
  /** YYYY-MM-DD */
  date: string;
  carriage: string | undefined;
  /** Row of seats. */
  position: number | null;
}

/** Rows of seats are counted within a carriage of a train; planes have none, and a coach is one room. */
export function keysOfJourney(index: Index, journey: Journey): PlaceKeys {
  const { kind, vehicle, date, position } = journey;
  const carriage = kind === 'train' ? carriageOf(journey.carriage) : undefined;
  const whole = [kind, vehicle, date];

  return {
    matchKey: index.rowKey(['vehicle', ...whole]),
    partKey: carriage === undefined ? null : index.rowKey(['carriage', ...whole, carriage]),
    position,
  };
}

export interface Home {
  /** Six or twelve digits. */
  division: string;
  community: string | undefined;
  building: string | undefined;
}

/** Digits of a county, and of a street or town in it, which may be not known: 000. */
const countyDigits = 6;
const streetDigits = 9;

/** A number that stands for the street as a keyed hash, 31 bits; null when the division names the county alone. */
function streetOf(index: Index, division: string): number | null {
  const street = division.slice(countyDigits, streetDigits);
  const isKnown = street !== '' && street !== '000';

  return isKnown ? index.rowKey(['street', division.slice(0, streetDigits)]).readUInt32BE() >>> 1 : null;
}

/** Some write a division with six digits, and some with twelve: what both know is the county. */
export function keysOfHome(index: Index, { division, community, building }: Home): PlaceKeys {
  const place = [division.slice(0, countyDigits), plain(community)];
  const part = plain(building);

  return {
    matchKey: index.rowKey(['community', ...place]),
    partKey: part === '' ? null : index.rowKey(['building', ...place, part]),
    position: streetOf(index, division),
  };
}
