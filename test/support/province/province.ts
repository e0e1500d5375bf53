import { spoiled, type Dirt } from './dirt';
import { ndjson } from './ndjson';
import { People, mostPeople, type InventedPerson } from './people';
import { households, seals } from './places';
import { arrivals, cases, contacts, feverVisits, purchases, testResults, type DayOfList } from './reports';
import type { Cells, Setting } from './setting';
import { journeys } from './travel';

/** How much of everything there is. */
export interface Sizes {
  journeys: number;
  households: number;
  cases: number;
  contacts: number;
  arrivals: number;
  sealed: number;
  fever: number;
  medicine: number;
  tests: number;
}

export type Source = keyof Sizes;

export const sources: readonly Source[] = [
  'cases',
  'contacts',
  'arrivals',
  'sealed',
  'fever',
  'medicine',
  'tests',
  'journeys',
  'households',
];

export interface Delivered {
  /** Left out: clean rows. */
  dirt?: Omit<Dirt, 'seed'>;
  /** Which day's list of arrivals; left out: the first. */
  list?: DayOfList;
}

const firstList: DayOfList = { day: 0, changed: 0 };

/**
 * A province that does not exist: people, where they live and how they travelled, and what sources tell of them. The
 * same setting gives the same rows; nothing is kept, so that it may be of any size.
 */
export class Province {
  private readonly people: People;

  constructor(
    readonly setting: Setting,
    readonly sizes: Sizes,
  ) {
    if (setting.people < 1 || setting.people > mostPeople) {
      throw new Error(`a province has 1 to ${mostPeople} people`);
    }
    this.people = new People(setting.seed);
  }

  person(index: number): InventedPerson {
    return this.people.at(index);
  }

  /** What a source delivers, row by row. */
  rows(source: Source, { dirt, list = firstList }: Delivered = {}): Iterable<Cells> {
    const clean = this.clean(source, list);

    return dirt ? spoiled(clean, { seed: this.setting.seed, ...dirt }) : clean;
  }

  /** The same as lines of JSON, in pieces. */
  lines(source: Source, delivered?: Delivered): AsyncGenerator<Buffer> {
    return ndjson(this.rows(source, delivered));
  }

  private clean(source: Source, list: DayOfList): Iterable<Cells> {
    const { setting, sizes } = this;
    const rows: Record<Source, () => Iterable<Cells>> = {
      cases: () => cases(setting, sizes.cases),
      contacts: () => contacts(setting, sizes.contacts),
      arrivals: () => arrivals(setting, sizes.arrivals, list),
      sealed: () => seals(setting, sizes.sealed, sizes.households),
      fever: () => feverVisits(setting, sizes.fever),
      medicine: () => purchases(setting, sizes.medicine),
      tests: () => testResults(setting, sizes.tests),
      journeys: () => journeys(setting, sizes.journeys),
      households: () => households(setting, sizes.households),
    };

    return rows[source]();
  }
}
