import { ensureBuilt } from '../lib/builds.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { Progress } from '../lib/progress.mjs';
import { runApi } from '../lib/server.mjs';
import { ensureDemoSecrets } from '../lib/serverSettings.mjs';

/**
 * `npm run check`, `npm run migrate`, `npm run operator -- …`, `npm run audit -- …`, `npm run explain -- …`: commands of
 * the API's own program.
 */
export async function main(args) {
  const progress = new Progress();
  await ensureInstalled(progress);
  await ensureBuilt('api', progress);
  await ensureDemoSecrets(progress);
  const { code } = await runApi(args);

  return code;
}
