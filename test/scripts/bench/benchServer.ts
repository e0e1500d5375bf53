import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BenchServer {
  port: number;
  /** The most requests of one connection that were under way at once. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

function handle(request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = request.url ?? '';
  request.resume();
  if (path === '/cut') {
    request.socket.destroy();
  } else if (path !== '/never') {
    response.writeHead(Number(/\d+/.exec(path)?.[0] ?? 200), { 'Content-Length': 12 });
    response.write('right');
    setImmediate(() => response.end(' answer'));
  }
}

/** Answers with the status that the path names; `/cut` breaks the connection, `/never` gets no answer. */
export async function startBenchServer(): Promise<BenchServer> {
  const atOnce = new Map<unknown, number>();
  let most = 0;
  const server = http.createServer((request, response) => {
    const { socket } = request;
    const now = (atOnce.get(socket) ?? 0) + 1;
    atOnce.set(socket, now);
    most = Math.max(most, now);
    response.on('finish', () => atOnce.set(socket, (atOnce.get(socket) ?? 0) - 1));
    handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    mostAtOnce: () => most,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A request for a path, as the generator writes it. */
export function requestOf(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: here\r\n\r\n`;
}
