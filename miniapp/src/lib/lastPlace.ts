import { readStored, writeStored } from './storage';

/** The place opened last, so that it can be opened again without the poster. Kept on this phone only. */
export interface LastPlace {
  name: string;
  poster: string;
}

export function lastPlace(): LastPlace | undefined {
  return readStored<LastPlace>('lastPlace');
}

export function rememberPlace(place: LastPlace): void {
  writeStored('lastPlace', place);
}
