import { migrations } from '../../db/migrations';
import type { DemoFile } from '../base/demoFile';
import { prepareDatabase } from '../commands/prepareDatabase';
import type { Services } from '../context';
import { prepareDemo } from '../demo/prepareDemo';
import { refuseDemoData } from '../demo/refuseDemoData';
import { servingMode } from '../storage/makeBus';
import { say } from './say';

/** Migrates, and adds demo data to a new demo database. @returns what a demo prints */
export async function prepareHouse(services: Services): Promise<DemoFile | undefined> {
  const { settings } = services;
  await prepareDatabase(services, migrations, { mode: servingMode(settings), say });
  await refuseDemoData(services);

  return settings.mode === 'demo' ? prepareDemo(services) : undefined;
}
