import { useEffect } from 'react';

import { arrival, takeArrival } from './entrance';
import { rememberPoster } from './journey';
import { openPage } from './navigation';
import type { PosterReading } from './posterLink';
import { useStore } from './store';

/** What a page does with a poster that arrives while it is on the screen. */
export type OnArrival = (reading: PosterReading) => void;

/** Shows the place above the present page. */
export const openArrival: OnArrival = (reading) => {
  void openPage('place', 'token' in reading ? { poster: reading.token } : { refusal: reading.refusal });
};

/** For the pages of the steps: the poster waits until they are done. */
export const keepArrival: OnArrival = (reading) => {
  if ('token' in reading) {
    rememberPoster(reading.token);
  }
};

/** Takes an arriving poster for the page that is on the screen; every page but the hidden ones listens. */
export function useArrival(isShown: boolean, onArrival: OnArrival): void {
  const reading = useStore(arrival);

  useEffect(() => {
    const taken = isShown && reading ? takeArrival() : undefined;
    if (taken) {
      onArrival(taken);
    }
  }, [isShown, reading, onArrival]);
}
