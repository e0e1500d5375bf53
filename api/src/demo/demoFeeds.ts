import { deliverEmptyFeeds } from '../commands/deliverFacts';
import type { Job } from '../jobs/job';

/** The demo has no sources: without this its codes would turn grey when the feeds are late. */
export const demoFeeds: Job = {
  name: 'demo feeds',
  everyMs: 6 * 3_600_000,
  perform: deliverEmptyFeeds,
};
