import type { Services } from '../context';
import { allFeeds } from '../models/recordCaches';

const never = -1;

/** Seconds since each feed last delivered, by source. What the platform writes itself is no feed. */
export async function feedAges({
  caches,
  feedRules,
  clock,
}: Pick<Services, 'caches' | 'feedRules' | 'clock'>): Promise<Map<string, number>> {
  const last = (await caches.lastDeliveries.get(allFeeds)) ?? [];
  const ageOf = (source: string) => {
    const at = last.find((delivery) => delivery.source === source)?.at;

    return at === undefined ? never : Math.round((clock.now() - at) / 1000);
  };
  const outside = feedRules.filter(({ promised }) => promised === 'realTime' || promised === 'daily');

  return new Map(outside.map(({ source }) => [source, ageOf(source)]));
}
