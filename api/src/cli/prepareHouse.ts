import { migrations } from '../../db/migrations';
import type { DemoFile } from '../base/demoFile';
import { prepareDatabase } from '../commands/prepareDatabase';
import { refuseUnknownLevels } from '../commands/regions/refuseUnknownLevels';
import { ensureFirstRules } from '../commands/rules/ensureFirstRules';
import { keepSettings } from '../commands/rules/keepSettings';
import { refuseUnknownRules } from '../commands/rules/refuseUnknownRules';
import type { Services } from '../context';
import { prepareDemo } from '../demo/prepareDemo';
import { refuseDemoData } from '../demo/refuseDemoData';
import { servingMode } from '../storage/makeBus';
import { say } from './say';

/** Migrates, and adds demo data to a new demo database. @returns what a demo prints */
export async function prepareHouse(services: Services): Promise<DemoFile | undefined> {
  const { settings } = services;
  await prepareDatabase(services, migrations, { mode: servingMode(settings), say });
  await refuseUnknownLevels(services);
  await ensureFirstRules(services);
  await refuseUnknownRules(services);
  await keepSettings(services);
  await refuseDemoData(services);

  return settings.mode === 'demo' ? prepareDemo(services) : undefined;
}
