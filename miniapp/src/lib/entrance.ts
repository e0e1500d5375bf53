import { scannedLink, type ScannedLink } from '../platform/launch';
import { posterOrigins } from '../platform/origins';
import { readPoster, type PosterReading } from './posterLink';
import { readStored, writeStored } from './storage';
import { createStore } from './store';

/** A poster that somebody scanned to open the app, and that no page has taken yet. */
export const arrival = createStore<PosterReading | undefined>(undefined);

let lastKey = '';

function keyOf(link: ScannedLink | undefined): string {
  return link ? `${link.scannedAt} ${link.text}` : '';
}

/** With a moment of scanning the same scan is known even after a restart. */
function isRepeated(link: ScannedLink, key: string): boolean {
  return key === lastKey || (link.scannedAt !== '' && key === readStored<string>('entrance'));
}

/**
 * Called whenever the app is opened or comes back, with what the platform says about how.
 * The platforms repeat the last link when the app merely comes back, so a link counts once: it counts again after the
 * app was opened in another way, or with another moment of scanning.
 */
export function noteEntrance(options: unknown): void {
  const link = scannedLink(options);
  const key = keyOf(link);
  const isNew = link !== undefined && !isRepeated(link, key);
  lastKey = key;
  if (isNew) {
    writeStored('entrance', key);
    arrival.set(readPoster(link.text, posterOrigins()));
  }
}

/** Hands the arrived poster to one page, and to no other. */
export function takeArrival(): PosterReading | undefined {
  const taken = arrival.get();
  arrival.set(undefined);

  return taken;
}
