import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { LaunchedMiniProgram } from '../miniprogram/launch';

/** ms in which pages and sheets come to rest. */
const settling = 700;

/** A picture for people, when ANXING_SCREENSHOTS names a folder. @param folder inside it */
export async function keepPicture(phone: LaunchedMiniProgram, folder: string, name: string): Promise<void> {
  const base = process.env.ANXING_SCREENSHOTS;
  if (base) {
    const target = path.join(base, folder);
    mkdirSync(target, { recursive: true });
    await sleep(settling);
    writeFileSync(path.join(target, `${name}.png`), await phone.screenshot());
  }
}
