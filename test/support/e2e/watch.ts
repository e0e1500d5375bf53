import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** What a browser page did that none of ours may do. */
export interface Watch {
  /** Tells what has happened so far: foreign requests, console errors, broken content security policy, crashes. */
  troubles(): string[];
  /** For tests that break something on purpose: console errors of this kind are no trouble. */
  tolerate(pattern: RegExp): void;
}

const ownHosts = ['127.0.0.1', 'localhost'];

function isForeign(address: string): boolean {
  const { protocol, hostname } = new URL(address);

  return /^(https?|wss?):$/.test(protocol) && !ownHosts.includes(hostname);
}

function textOf(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();

  return `console ${message.type()}: ${message.text()} (${url}:${lineNumber})`;
}

/** Watches every page of a context, from its first request to its end. */
export function watch(context: BrowserContext): Watch {
  const foreign: string[] = [];
  const faults: string[] = [];
  const tolerated: RegExp[] = [];
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`));
    page.on('crash', () => faults.push('the page crashed'));
    page.on('websocket', (socket) => isForeign(socket.url()) && foreign.push(`request: ${socket.url()}`));
  };
  context.on('page', watchPage);
  context.on('request', (request) => isForeign(request.url()) && foreign.push(`request: ${request.url()}`));
  context.on('console', (message) => message.type() === 'error' && faults.push(textOf(message)));

  return {
    troubles: () => [
      ...foreign,
      ...faults.filter((fault) => !tolerated.some((pattern) => pattern.test(fault))),
    ],
    tolerate: (pattern) => void tolerated.push(pattern),
  };
}
