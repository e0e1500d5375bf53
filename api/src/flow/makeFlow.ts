import type { Bus } from '../storage/bus';
import { LiveFlow } from './liveFlow';
import type { LiveTools } from './liveUnit';
import { OpenStreams } from './openStreams';
import { keepUnitTrees } from './unitTree';

/** Counts of points as they are now, and who watches them. */
export function makeFlow(bus: Bus, tools: Omit<LiveTools, 'trees'>) {
  const trees = keepUnitTrees(bus);
  const live = new LiveFlow(bus, { ...tools, trees });
  const streams = new OpenStreams(bus, tools.logger);

  return {
    trees,
    live,
    streams,
    async close(): Promise<void> {
      streams.close();
      await live.close();
    },
  };
}

export type FlowServices = ReturnType<typeof makeFlow>;
