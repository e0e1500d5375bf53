import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the server that can be closed and opened again, at the same place: an outage for whoever uses it. */
export class FlakyDoor {
  private port = 0;

  private server: Server | undefined;

  /** How long an answer to a path that ends so is held back. */
  slow: { path: string; ms: number } | undefined;

  constructor(private readonly target: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = http.createServer((request, response) => {
      const { method, url = '/', headers } = request;
      const onward = http.request(new URL(url, this.target), { method, headers }, (answer) => {
        const pass = () => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        };
        setTimeout(pass, this.slow && url.endsWith(this.slow.path) ? this.slow.ms : 0);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async shut(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(undefined)));
    this.server = undefined;
  }
}
