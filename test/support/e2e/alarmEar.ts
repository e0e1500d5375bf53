import type { Page } from 'playwright-core';

declare global {
  interface Window {
    tonesHeard?: number;
  }
}

/** Counts the tones that a page plays from now on; to be called before it is opened. */
export async function listenForTones(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.tonesHeard = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      window.tonesHeard = (window.tonesHeard ?? 0) + 1;
      start.call(this, when);
    };
  });
}

export function tonesHeard(page: Page): Promise<number> {
  return page.evaluate(() => window.tonesHeard ?? 0);
}
