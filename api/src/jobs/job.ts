import type { Services } from '../context';

/** Timed work. `perform` may be called directly, as often as wanted: doing it twice does no harm. */
export interface Job {
  name: string;
  everyMs: number;
  /** It is about the machine, its files for example: one process of each does it. */
  isOfMachine?: boolean;
  perform(services: Services): Promise<void>;
}
