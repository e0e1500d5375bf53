import type { Services } from '../../context';
import type { Person } from '../../models/person';
import { refreshStatus } from '../refreshStatus';

/** Whether nothing that is known of somebody speaks against him; a feed that is late does not. */
export async function hasClearFacts(services: Services, person: Person): Promise<boolean> {
  const { byFacts } = await refreshStatus(services, person);

  return byFacts.colour === services.colours.clear;
}
