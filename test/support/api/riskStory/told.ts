/** Rows as they are told about people by their count. `ago` are days before the first day of a story. */
export interface ToldAbout {
  person: number;
  kind: string;
  ago: number;
  /** Days from the first day of the story to the last one on which it holds; null without an end. */
  until: number | null;
}

export interface ToldJourney {
  person: number;
  kind: 'train' | 'flight' | 'coach';
  vehicle: number;
  /** Only trains have them. */
  carriage: number | null;
  row: number | null;
  ago: number;
}

export interface ToldHome {
  person: number;
  community: number;
  building: number | null;
}

export interface ToldSeal {
  community: number;
  building: number | null;
  ago: number;
  until: number | null;
}

interface Rows {
  cases: ToldAbout;
  contacts: ToldAbout;
  fever: ToldAbout;
  medicine: ToldAbout;
  tests: ToldAbout;
  arrivals: ToldAbout;
  journeys: ToldJourney;
  households: ToldHome;
  sealed: ToldSeal;
}

export type StorySource = keyof Rows;

export const fullSources: readonly StorySource[] = ['arrivals', 'sealed'];

export type ToldRow = { operation: 'add' | 'withdraw' } & Rows[StorySource];

/** One delivery of a source. */
export interface ToldBatch {
  source: StorySource;
  rows: readonly ToldRow[];
}

/** Every source with its deliveries in their order. */
export type Told = readonly ToldBatch[];
