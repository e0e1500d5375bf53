import type { Page } from 'playwright-core';

/** Lets the clock of a page be wrong from its next document on. @param skew s ahead of the time, behind when negative */
export async function setClockWrong(page: Page, skew: number): Promise<void> {
  if (skew === 0) {
    return;
  }
  await page.addInitScript((ms) => {
    const right = Date;
    const now = () => right.now() + ms;
    window.Date = new Proxy(right, {
      construct: (target, given: []) => (given.length === 0 ? new target(now()) : new target(...given)),
      get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
    });
  }, skew * 1_000);
}
