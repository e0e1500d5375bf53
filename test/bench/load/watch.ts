import { cpuMicros, machineMicros, memoryBytes } from '../measure/processes.mjs';

type Pids = Record<string, number[]>;

const memoryEveryMs = 250;

function reading(watched: Pids) {
  const cpu = Object.entries(watched).map(([name, pids]) => [name, cpuMicros(pids)]);

  return { cpu: Object.fromEntries(cpu) as Record<string, number>, machine: machineMicros() };
}

function differences<T extends Record<string, number>>(before: T, after: T): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)]),
  );
}

function largestOf(samples: Record<string, number>[], name: string): number {
  return Math.max(...samples.map((sample) => sample[name] ?? 0));
}

/** Notes what processes and the machine use between `start` and `end`; memory is the most that was seen. */
export class Watch {
  private before;

  private after;

  private readonly memory: Record<string, number>[] = [];

  private timer: NodeJS.Timeout | undefined;

  private readonly processes: Pids;

  constructor(watched: Pids) {
    this.processes = { ...watched, load: [process.pid] };
    this.before = this.after = reading(this.processes);
  }

  readonly start = (): void => {
    this.before = reading(this.processes);
    this.noteMemory();
    this.timer = setInterval(() => this.noteMemory(), memoryEveryMs);
  };

  readonly end = (): void => {
    clearInterval(this.timer);
    this.after = reading(this.processes);
    this.noteMemory();
  };

  summary() {
    const names = Object.keys(this.processes);

    return {
      cpu: differences(this.before.cpu, this.after.cpu),
      machine: differences(this.before.machine, this.after.machine),
      memory: Object.fromEntries(names.map((name) => [name, largestOf(this.memory, name)])),
    };
  }

  private noteMemory(): void {
    const sizes = Object.entries(this.processes).map(([name, pids]) => [name, memoryBytes(pids)]);
    this.memory.push(Object.fromEntries(sizes) as Record<string, number>);
  }
}
