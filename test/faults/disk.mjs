import { mkdirSync, rmSync, statfsSync, writeFileSync, appendFileSync } from 'node:fs';
import path from 'node:path';

import { Fault } from '../../scripts/lib/fault.mjs';
import { run } from '../../scripts/lib/run.mjs';

const chunk = Buffer.alloc(65_536, 1);

/** A small disk of our own in memory, that can be filled up and cleared. */
export class SmallDisk {
  static async mount(folder, megabytes) {
    mkdirSync(folder, { recursive: true });
    const args = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'anxing-faults', folder];
    const { code, output } = await run('mount', args).catch((error) => ({ code: 1, output: error.message }));
    if (code !== 0) {
      throw new Fault(
        `NOT TESTED: a full disk needs a small one, and mounting is not permitted here: ${output.trim()}`,
        'Run it as root, or in a container with CAP_SYS_ADMIN.',
      );
    }
    const disk = new SmallDisk();
    disk.folder = folder;
    disk.ballast = path.join(folder, 'ballast');

    return disk;
  }

  get freeBytes() {
    const { bavail, bsize } = statfsSync(this.folder);

    return bavail * bsize;
  }

  /** Leaves so many bytes free. */
  fill(leftBytes) {
    writeFileSync(this.ballast, '');
    while (this.freeBytes > leftBytes + chunk.length) {
      appendFileSync(this.ballast, chunk);
    }
  }

  clear() {
    rmSync(this.ballast, { force: true });
  }

  async unmount() {
    this.clear();
    await run('umount', ['-l', this.folder]);
  }
}
