import { once } from 'node:events';
import net from 'node:net';

import type { RunningServer } from './server';

/** One address in front of several servers, as a load balancer is; the test says whom it leads to. */
export class Switchboard {
  private readonly calls = new Set<net.Socket>();

  private port = 0;

  private readonly front = net.createServer((call) => this.connect(call));

  static async open(first: RunningServer): Promise<Switchboard> {
    const board = new Switchboard();
    board.leadTo(first);
    board.front.listen(0, '127.0.0.1');
    await once(board.front, 'listening');

    return board;
  }

  /** Without a slash at the end. */
  get url(): string {
    const address = this.front.address();

    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** From now on; calls that are open are hung up, and come again. */
  leadTo({ url }: RunningServer): void {
    this.port = Number(new URL(url).port);
    this.calls.forEach((call) => call.destroy());
  }

  close(): void {
    this.front.close();
    this.calls.forEach((call) => call.destroy());
  }

  private connect(call: net.Socket): void {
    const server = net.connect(this.port, '127.0.0.1');
    this.calls.add(call);
    call.pipe(server).pipe(call);
    const hangUp = () => {
      this.calls.delete(call);
      call.destroy();
      server.destroy();
    };
    for (const end of [call, server]) {
      end.on('error', hangUp).on('close', hangUp);
    }
  }
}
