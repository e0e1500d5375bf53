import { addDays, dayOf } from '../../../../api/src/base/days';
import { setLevels } from '../../../../api/src/commands/regions/setLevels';
import { writeAs, type Services } from '../../../../api/src/context';
import type { LevelPeriod } from '../../../../api/src/risk/regionPeriods';
import { system } from './buildUnit';

/** A level in force, from a week ago until further notice unless told. */
export function buildRegionLevel(
  services: Services,
  given: Pick<LevelPeriod, 'division' | 'level'> & Partial<LevelPeriod>,
): Promise<void> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  const fromDay = addDays(today, -7);

  return writeAs(services, system, (scene) =>
    setLevels(scene, [{ policy: null, fromDay, untilDay: null, changeId: null, ...given }]),
  );
}
