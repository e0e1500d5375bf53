import cluster, { type Worker } from 'node:cluster';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Who has worked for so long did not fail at the start. */
const steadyMs = 60_000;

interface Member {
  worker: Worker;
  since: number;
  port?: number;
}

/** Workers on one port. Who dies is replaced, the more slowly the more often it happens. */
export class Crew {
  private readonly members = new Map<number, Member>();

  private readonly timers = new Set<NodeJS.Timeout>();

  private failures = 0;

  private isComplete = false;

  private isEnding = false;

  private code = 0;

  private tellComplete: (port: number) => void = () => undefined;

  private tellEnd: (code: number) => void = () => undefined;

  /** The port, once all of them serve for the first time. */
  readonly complete = new Promise<number>((done) => (this.tellComplete = done));

  /** The exit code, once all have ended. */
  readonly ended = new Promise<number>((done) => (this.tellEnd = done));

  constructor(
    private readonly size: number,
    private readonly say: (sentence: string) => void,
  ) {}

  start(): void {
    // The system hands out connections. Handed out here, one that was on its way to a worker that died would hang.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    cluster.on('listening', (worker, { port }) => this.note(worker, port));
    cluster.on('exit', (worker, code, signal) => this.lose(worker, code ?? 0, signal));
    for (let nth = 0; nth < this.size; nth += 1) {
      this.hire();
    }
  }

  /** Asks all to finish what they do; who insists has them ended at once. */
  end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): void {
    this.isEnding = true;
    this.timers.forEach(clearTimeout);
    this.members.forEach(({ worker }) => worker.process.kill(signal));
    this.endWhenAlone();
  }

  private hire(): void {
    const worker = cluster.fork();
    this.members.set(worker.id, { worker, since: performance.now() });
  }

  private note(worker: Worker, port: number): void {
    const member = this.members.get(worker.id);
    if (member) {
      member.port = port;
    }
    if ([...this.members.values()].every((one) => one.port !== undefined)) {
      this.isComplete = true;
      this.tellComplete(port);
    }
  }

  private lose(worker: Worker, code: number, signal: string): void {
    const member = this.members.get(worker.id);
    this.members.delete(worker.id);
    if (this.isEnding || !this.isComplete) {
      this.finish(member, signal ? 1 : code);
    } else {
      this.replace(worker, member, signal || String(code));
    }
  }

  /** One that cannot even begin means that none can: it has said why. */
  private finish(member: Member | undefined, code: number): void {
    const wasServing = member?.port !== undefined;
    if (wasServing || !this.isEnding) {
      this.code ||= code;
    }
    if (!this.isEnding) {
      this.end();
    }
    this.endWhenAlone();
  }

  private replace(worker: Worker, member: Member | undefined, why: string): void {
    const wasSteady = member && performance.now() - member.since > steadyMs;
    this.failures = wasSteady ? 1 : this.failures + 1;
    const pause = Math.min(firstPauseMs * 2 ** (this.failures - 1), longestPauseMs);
    this.say(
      `工作进程 ${worker.process.pid} 已停止（${why}），${pause / 1000} 秒后补上 / ` +
        `Worker ${worker.process.pid} has ended (${why}); another one starts in ${pause / 1000} s`,
    );
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.hire();
    }, pause);
    this.timers.add(timer);
  }

  private endWhenAlone(): void {
    if (this.isEnding && this.members.size === 0) {
      this.tellEnd(this.code);
    }
  }
}
