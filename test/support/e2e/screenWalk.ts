import type { Page } from 'playwright-core';

import type { Visitor } from './browser';

/** One person at one screen size, with a gallery of what was seen. */
export interface Walk {
  page: Page;
  visitor: Visitor;
  look: (name: string) => Promise<void>;
  open: (path: string) => Promise<unknown>;
}
