import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const root = `${__dirname}/../../..`;
const patience = 30_000;
const linesKept = 40;

/** What a server is told by its environment: nothing of ours but what it needs to run at all. */
export interface ServerOptions {
  environment: Record<string, string>;
  port: number;
  /** Takes the log and what the server says of errors, but not the banner: that names the demo's accounts. */
  logFile: string;
}

/** One run of the real, built server. */
export class ServerProcess {
  private readonly child: ChildProcess;

  private readonly said: string[] = [];

  private readonly exit: Promise<[code: number | null, signal: string | null]>;

  constructor(private readonly options: ServerOptions) {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    this.child = spawn(process.execPath, ['--enable-source-maps', 'api/dist/main.js', 'serve'], {
      cwd: root,
      env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exit = once(this.child, 'exit') as Promise<[number | null, string | null]>;
    this.listen(this.child.stdout, (line) => line.startsWith('{'));
    this.listen(this.child.stderr, () => true);
    process.once('exit', this.kill);
  }

  /** Waits until it takes requests. @throws with what it said when it ended instead */
  async untilReady(): Promise<void> {
    const until = Date.now() + patience;
    while (Date.now() < until && this.child.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${this.options.port}/readyz`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await sleep(50);
    }
    this.kill();
    throw new Error(`the server did not start:\n${this.said.join('\n')}`);
  }

  /** Asks it to stop, as an operator would. @throws unless it ends by itself with 0 */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const late = setTimeout(this.kill, patience);
    const [code, signal] = await this.exit;
    clearTimeout(late);
    process.off('exit', this.kill);
    if (code !== 0) {
      throw new Error(`the server ended with ${code ?? signal}:\n${this.said.join('\n')}`);
    }
  }

  /** Ends, pauses or wakes it without a word. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** Its processes on the same port, where it has several. */
  workers(): number[] {
    const pid = this.child.pid ?? 0;

    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  }

  /** Waits until it ends by itself. */
  async ended(): Promise<{ code: number | null; said: string }> {
    const late = setTimeout(this.kill, patience);
    const [code] = await this.exit;
    clearTimeout(late);
    process.off('exit', this.kill);

    return { code, said: this.said.join('\n') };
  }

  private readonly kill = (): void => {
    this.child.kill('SIGKILL');
  };

  private listen(stream: Readable | null, isLogged: (line: string) => boolean): void {
    if (!stream) {
      return;
    }
    createInterface({ input: stream }).on('line', (line) => {
      this.said.push(line);
      this.said.splice(0, this.said.length - linesKept);
      if (isLogged(line)) {
        appendFileSync(this.options.logFile, `${line}\n`);
      }
    });
  }
}
