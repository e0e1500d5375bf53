import type { Logger } from '../base/logger';
import type { Settings } from '../base/settings';
import type { Bus } from './bus';
import type { LeaseMode } from './leases';
import { MemoryBus } from './memoryBus';
import { RedisBus } from './redisBus';
import { installationOf } from './sharedStore';
import type { SlotLease } from './slotLease';

/** How a process serves: beside others when they hear of each other. A file has one process anyway. */
export function servingMode({ database, redisUrl }: Settings): LeaseMode {
  return database.dialect === 'mysql' && redisUrl ? 'shared' : 'alone';
}

export function makeBus(settings: Settings, lease: SlotLease, logger: Logger): Bus {
  const { redisUrl: url } = settings;
  if (!url || servingMode(settings) === 'alone') {
    return new MemoryBus(lease);
  }

  return new RedisBus({ url, channel: `${installationOf(settings)}:bus`, lease, logger });
}
