import { existsSync, readFileSync } from 'node:fs';

import { ServerProcess } from './serverProcess';

/** A server that is started and stopped on one port, database and folder. */
export class ServerRun {
  private running: ServerProcess | undefined;

  /** @param url without a slash at the end */
  constructor(
    readonly url: string,
    readonly environment: Record<string, string>,
    private readonly log: string,
  ) {}

  /** Starts it, also again. */
  async start(): Promise<void> {
    this.launch();
    await this.process.untilReady();
  }

  /** Starts it, and does not wait until it serves. */
  launch(): void {
    const port = Number(this.environment.PORT);
    this.running = new ServerProcess({ environment: this.environment, port, logFile: this.log });
  }

  /** The run that goes on. */
  get process(): ServerProcess {
    if (!this.running) {
      throw new Error('the server is not running');
    }

    return this.running;
  }

  /** Stops it as an operator would; it must end by itself, with 0. */
  async stop(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await running?.stop();
  }

  /** Waits until it ends by itself. */
  async ended(): Promise<{ code: number | null; said: string }> {
    const ending = await this.process.ended();
    this.running = undefined;

    return ending;
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.process.signal('SIGKILL');
    await this.ended();
  }

  /** All that it logged so far. */
  readLog(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
  }
}
