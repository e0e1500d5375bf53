import type { Services } from '../context';
import { unitsThatWarn } from '../flow/warningStates';
import type { Job } from './job';
import { judgeWarnings } from './judgeWarnings';

/** Judges every point that warns. */
export async function judgeEveryPoint(services: Services): Promise<void> {
  for (const unitId of await unitsThatWarn(services.database)) {
    const tree = await services.flow.trees.get(unitId);
    await judgeWarnings(services, unitId, tree?.points.keys() ?? []);
  }
}

/** For what nobody told of: a process that was killed between its commit and its message. */
export const sweepWarnings: Job = {
  name: 'flow warnings',
  everyMs: 60_000,
  perform: judgeEveryPoint,
};
