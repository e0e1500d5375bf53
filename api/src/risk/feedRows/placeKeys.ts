import type { BlindIndex } from '../../privacy/blindIndex';
import type { FeedRow } from './feedRow';
import { buildingName, communityName, plain } from './placeNames';
import { buildingSpellings, communitySpellings } from './placeSpellings';

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

function keysOfNames(index: Index, division: string, community: string, building: string): PlaceKeys {
  const place = [division.slice(0, countyDigits), community];

  return {
    matchKey: index.rowKey(['community', ...place]),
    partKey: building === '' ? null : index.rowKey(['building', ...place, building]),
    position: streetOf(index, division),
  };
}

/** Some write a division with six digits, and some with twelve: what both know is the county. */
export function keysOfHome(index: Index, { division, community, building }: Home): PlaceKeys {
  return keysOfNames(index, division, communityName(community), buildingName(building, community));
}

/** The keys that rows had while every spelling was a place of its own: such rows are still on record. */
export function keysAsSpelled(index: Index, { division, community, building }: Home): PlaceKeys {
  return keysOfNames(index, division, plain(community), plain(building));
}

/**
 * Under which keys homes may be on record that a seal means, those from before spellings were made one among them: nothing
 * but keys was kept of them, so that the usual spellings are tried.
 */
export class SpelledKeys {
  /** By community, in hex. */
  private readonly spellings: ReadonlyMap<string, string>;

  private readonly parts = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly index: Index,
    private readonly home: Home,
  ) {
    const spelled = communitySpellings(home.community);
    this.spellings = new Map(spelled.map((name) => [hexOf(this.keysOf(name, '').matchKey), name]));
  }

  get matchKeys(): Buffer[] {
    return [...this.spellings.keys()].map((key) => Buffer.from(key, 'hex'));
  }

  /** Whether a home of one of these communities is in the building that is meant. */
  isBuilding({ matchKey, partKey }: { matchKey: Buffer; partKey: Buffer }): boolean {
    return this.partsIn(hexOf(matchKey)).has(hexOf(partKey));
  }

  /** Many are made for a community, and few communities have homes from then. */
  private partsIn(matchKey: string): ReadonlySet<string> {
    const known = this.parts.get(matchKey);
    const name = this.spellings.get(matchKey);
    if (known || name === undefined) {
      return known ?? new Set();
    }
    const buildings = buildingSpellings(this.home.building, this.home.community);
    const parts = new Set(buildings.map((building) => hexOf(this.keysOf(name, building).partKey)));
    this.parts.set(matchKey, parts);

    return parts;
  }

  private keysOf(community: string, building: string): PlaceKeys {
    return keysOfNames(this.index, this.home.division, community, building);
  }
}

const hexOf = (key: Buffer | null): string => key?.toString('hex') ?? '';
