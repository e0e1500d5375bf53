import { openBrowser, type OpenBrowser } from './browser';
import { startServer, type RunningServer, type ServerWishes } from './server';

export interface Scene {
  server: RunningServer;
  browser: OpenBrowser;
  /** Closes the browser first: a server waits for requests under way. */
  close(): Promise<void>;
}

/** A server of one's own and a browser; when one of them fails, nothing of the other is left running. */
export async function openScene(wishes: ServerWishes & { camera?: string }): Promise<Scene> {
  const browser = await openBrowser(wishes);
  try {
    const server = await startServer(wishes);

    return { server, browser, close: () => browser.close().finally(() => server.close()) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
