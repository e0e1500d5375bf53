import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { axeViolations, untilStill } from './accessibility';
import { screenFaults } from './screenFaults';

/** Faults by the name of the screen; screens without faults are left out. */
export type Faults = Record<string, string[]>;

/** Looks at one screen after the other, keeps a picture of each and what is wrong with it. */
export class Gallery {
  readonly faults: Faults = {};

  private constructor(private readonly folder: string) {}

  /** Pictures go to ANXING_SCREENSHOTS, or to a temporary folder. @param name a folder of its own inside it */
  static open(name: string): Gallery {
    const base = process.env.ANXING_SCREENSHOTS ?? mkdtempSync(path.join(tmpdir(), 'anxing-screens-'));
    const folder = path.join(base, name);
    mkdirSync(folder, { recursive: true });

    return new Gallery(folder);
  }

  async look(page: Page, name: string): Promise<void> {
    await untilStill(page);
    await page.screenshot({ path: path.join(this.folder, `${name}.png`) });
    const found = [...(await screenFaults(page)), ...(await axeViolations(page))];
    if (found.length > 0) {
      this.faults[name] = found;
    }
  }
}
