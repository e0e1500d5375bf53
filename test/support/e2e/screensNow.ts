import type { BrowserContext, Page } from 'playwright-core';

import { screensName } from './environment.mjs';

const shown = 400;
const patience = 2_000;

interface Seen {
  context: BrowserContext;
  troubles: () => string[];
}

const seen = new Set<Seen>();

/** What asks for an answer, or the page when nothing does. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const asking = [...document.querySelectorAll<HTMLElement>('[role=dialog], [role=alert], .ant-message')];
    const texts = asking.map(({ innerText }) => innerText).filter(Boolean);

    return (texts.length > 0 ? texts.join(' | ') : document.body.innerText).replaceAll(/\s+/g, ' ');
  });
}

async function tellPage(page: Page): Promise<string> {
  const tooLate = new Promise<string>((done) => setTimeout(done, patience, '(no answer)').unref());
  const words = await Promise.race([wordsOf(page), tooLate]).catch(String);

  return `${new URL(page.url(), 'http://none').pathname}: ${words.slice(0, shown)}`;
}

async function tellAll(): Promise<string> {
  const parts = [...seen].map(async ({ context, troubles }) => {
    const pages = await Promise.all(context.pages().map(tellPage));

    return [...pages, ...troubles().slice(-3)];
  });

  return ['On the screens:', ...(await Promise.all(parts)).flat()].join('\n');
}

/** From now on a test that fails tells what these pages show. */
export function tellOnFailure(context: BrowserContext, troubles: () => string[]): void {
  const entry = { context, troubles };
  seen.add(entry);
  context.on('close', () => seen.delete(entry));
  Object.assign(globalThis, { [screensName]: tellAll });
}
