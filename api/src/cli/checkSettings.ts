import { loadSettings } from '../base/settings';
import { buildServices } from '../buildServices';

/**
 * `npm run check`: reads settings, secrets, configuration and the outside systems' credentials as a start does, and
 * refuses what a start refuses. Nothing is asked over the network, so it ends within a second.
 */
export async function runCheckSettings(): Promise<number> {
  const settings = loadSettings(process.env);
  await buildServices(settings).close();
  const { mode, origin, database } = settings;
  console.log(`设置可用 / The settings will do: ${mode}, ${origin}, ${database.dialect}`);

  return 0;
}
