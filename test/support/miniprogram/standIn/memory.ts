import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import type { Page } from 'playwright-core';

/** DevTools keep what an app stored from one start to the next; so does this file, when a test names one. */
const file = process.env.STAND_IN_STORAGE;

export function remembered(): Record<string, unknown> {
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

function call(page: Page, method: string, ...args: unknown[]): Promise<{ result: unknown }> {
  return page.evaluate(([name, given]) => window.phone.automator(name, given), [
    'App.callWxMethod',
    { method, args },
  ] as const) as Promise<{ result: unknown }>;
}

export async function remember(page: Page): Promise<void> {
  if (!file) {
    return;
  }
  const { keys } = (await call(page, 'getStorageInfoSync')).result as { keys: string[] };
  const values = await Promise.all(
    keys.map(async (key) => [key, (await call(page, 'getStorageSync', key)).result]),
  );
  writeFileSync(file, JSON.stringify(Object.fromEntries(values)));
}
