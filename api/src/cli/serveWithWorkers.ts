import type { Settings } from '../base/settings';
import { buildServices } from '../buildServices';
import { banner } from './banner';
import { gatherMetrics } from './clusterMetrics';
import { Crew } from './crew';
import { prepareHouse } from './prepareHouse';
import { say } from './say';

const insistAfterMs = 1_000;

async function prepare(settings: Settings) {
  const services = buildServices(settings);
  try {
    return await prepareHouse(services);
  } finally {
    await services.close();
  }
}

/** The first time they finish what they do; a while later somebody has lost patience. */
function endWhenAsked(crew: Crew): void {
  let askedAt: number | undefined;
  const ask = () => {
    askedAt ??= performance.now();
    crew.end(performance.now() - askedAt > insistAfterMs ? 'SIGKILL' : 'SIGTERM');
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
}

/** Several processes on one port: this one prepares the house and looks after the others, which serve. */
export async function serveWithWorkers(settings: Settings): Promise<number> {
  const demo = await prepare(settings);
  const crew = new Crew(settings.processes, say);
  endWhenAsked(crew);
  gatherMetrics();
  crew.start();
  void crew.complete.then((port) => console.log(banner(settings, port, demo)));

  return crew.ended;
}
