import path from 'node:path';

import { stop } from '../../../scripts/lib/children.mjs';
import { freePort } from '../../../scripts/lib/port.mjs';
import { installMariadb, runMariadb } from '../../../scripts/testing/mariadb.mjs';

/** What a server with millions of rows has at least; everything else as in the tests. */
const more = ['--innodb-buffer-pool-size=2G', '--innodb-log-file-size=1G', '--local-infile=1'];

/** A MariaDB of the bench's own, in a folder that goes with it. */
export async function startLargeMariadb(folder) {
  const log = path.join(folder, 'mariadb.log');
  await installMariadb(folder, log);
  const port = await freePort();
  const server = await runMariadb(folder, port, { log, more });

  return { url: `mysql://root@127.0.0.1:${port}`, stop: () => stop(server, 60_000) };
}
