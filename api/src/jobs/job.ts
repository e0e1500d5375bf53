import type { Services } from '../context';

/** Timed work. `perform` may be called directly, as often as wanted: doing it twice does no harm. */
export interface Job {
  name: string;
  everyMs: number;
  perform(services: Services): Promise<void>;
}
