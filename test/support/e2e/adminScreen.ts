import type { Locator, Page } from 'playwright-core';

/** One screen of the admin site, and what is to be seen there. */
export interface Screen {
  name: string;
  /** Below /admin. */
  path: string;
  /** There when the screen is complete. */
  shows: (page: Page) => Locator;
  /** What is done there before one looks. */
  act?: (page: Page) => Promise<unknown>;
}

export function clickButton(name: string | RegExp) {
  return (page: Page) => page.getByRole('button', { name }).first().click();
}

export function clickButtonOfDialog(name: string | RegExp) {
  return (page: Page) => page.getByRole('dialog').getByRole('button', { name }).click();
}
