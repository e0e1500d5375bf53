import type { Point } from '../../models/point';
import type { ReadRow } from './readRow';

/** A point that others may stand under: one that exists, or a row of the list. */
export type Place = { point: Point } | { row: ReadRow };

/** The one who asks, and two others that are too many already. */
const kept = 3;

/** Places by what they are called, so that nobody looks through all of them. */
export class PlaceIndex {
  private readonly places = new Map<string, Place[]>();

  add(called: string, place: Place): void {
    const same = this.places.get(called);
    if (!same) {
      this.places.set(called, [place]);
    } else if (same.length < kept) {
      same.push(place);
    }
  }

  /** Others than the row that asks: none, the one, or several of maybe more. */
  othersCalled(called: string, asking: ReadRow): Place[] {
    const same = this.places.get(called) ?? [];

    return same.filter((place) => !('row' in place && place.row === asking));
  }
}
