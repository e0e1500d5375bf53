import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** What a browser page did that none of ours may do. */
export interface Watch {
  /** Tells what has happened so far: foreign requests, console errors, broken content security policy, crashes. */
  troubles(): string[];
  /** For tests that break something on purpose: console errors of this kind are no trouble. */
  tolerate(pattern: RegExp): void;
}

const ownHosts = ['127.0.0.1', 'localhost'];

function isForeign(address: string, site: string | undefined): boolean {
  const { protocol, hostname, origin } = new URL(address);

  return /^(https?|wss?):$/.test(protocol) && !ownHosts.includes(hostname) && origin !== site;
}

function textOf(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();

  return `console ${message.type()}: ${message.text()} (${url}:${lineNumber})`;
}

/**
 * Watches every page of a context, from its first request to its end.
 * @param site an origin that is ours, beside this machine
 */
export function watch(context: BrowserContext, site?: string): Watch {
  const foreign: string[] = [];
  const faults: string[] = [];
  const tolerated: RegExp[] = [];
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`));
    page.on('crash', () => faults.push('the page crashed'));
    page.on(
      'websocket',
      (socket) => isForeign(socket.url(), site) && foreign.push(`request: ${socket.url()}`),
    );
  };
  context.on('page', watchPage);
  context.on(
    'request',
    (request) => isForeign(request.url(), site) && foreign.push(`request: ${request.url()}`),
  );
  context.on('console', (message) => message.type() === 'error' && faults.push(textOf(message)));

  return {
    troubles: () => [
      ...foreign,
      ...faults.filter((fault) => !tolerated.some((pattern) => pattern.test(fault))),
    ],
    tolerate: (pattern) => void tolerated.push(pattern),
  };
}
