import { createApp } from '../app';
import { jobKinds } from '../commands/jobKinds';
import { Recomputer } from '../commands/risk/recompute/recomputer';
import { timedJobs } from '../commands/timedJobs';
import type { Services } from '../context';
import { demoFeeds } from '../demo/demoFeeds';
import { JobRunner } from '../jobs/jobRunner';
import { serveHttp } from '../web/serveHttp';

/**
 * Serves over a prepared house until the end comes, and finishes what is under way.
 * @param isUp is told the port
 * @returns the exit code that the end brought
 */
export async function serveHere(
  services: Services,
  end: Promise<number>,
  isUp: (port: number) => void = () => undefined,
): Promise<number> {
  const { settings, metrics, flow } = services;
  const serving = await serveHttp(createApp(services), settings, metrics);
  const more = [...timedJobs, ...(settings.mode === 'demo' ? [demoFeeds] : [])];
  const jobs = new JobRunner(services, jobKinds, more);
  const recomputer = new Recomputer(services);
  jobs.start();
  recomputer.start();
  isUp(serving.port);
  const code = await end;
  // They would go on for as long as somebody watches.
  flow.streams.close();
  await serving.stop();
  await Promise.all([jobs.stop(), recomputer.stop()]);

  return code;
}
