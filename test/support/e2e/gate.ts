import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { eventually } from './eventually';

const program = 'scripts/turnstile.mjs';

interface Enrolment {
  url: string;
  code: string;
  serial: string;
  folder: string;
  /** s: how far off its clock is. */
  skew: number;
}

export interface GateVerdict {
  opens: boolean;
  /** Decided without the platform. */
  byItself: boolean;
}

/** A turnstile as `npm run turnstile` runs it: a program of its own that reads what is scanned line by line. */
export class Gate {
  private readonly child: ChildProcess;

  private readonly said: string[] = [];

  private constructor({ folder, skew }: Pick<Enrolment, 'folder' | 'skew'>) {
    const args = [
      'scan',
      '--state',
      folder,
      '--skew',
      String(skew),
      '--temperature',
      '36.5',
      '--mask',
      'yes',
    ];
    this.child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.child.stdout) {
      createInterface({ input: this.child.stdout }).on('line', (line) => this.said.push(line));
    }
  }

  /** Enrols it with its one-time code, and starts it. */
  static async open(given: Enrolment): Promise<Gate> {
    const { url, code, serial, folder, skew } = given;
    const args = [
      '--state',
      folder,
      '--url',
      url,
      '--code',
      code,
      '--serial',
      serial,
      '--skew',
      String(skew),
    ];
    await promisify(execFile)(process.execPath, [program, 'enrol', ...args]);

    return new Gate(given);
  }

  /** What it decided so far, in order. */
  get verdicts(): GateVerdict[] {
    const opens = this.said.flatMap((line) => [
      ...(line.includes('OPEN') ? [true] : []),
      ...(line.includes('STAYS SHUT') ? [false] : []),
    ]);
    const sources = this.said.filter((line) => /本机判定|平台判定/.test(line));

    return sources.map((source, at) => ({
      opens: opens[at] ?? false,
      byItself: source.includes('本机判定'),
    }));
  }

  /** Shows it something, and waits for its verdict. */
  async show(text: string): Promise<GateVerdict> {
    const before = this.verdicts.length;
    this.child.stdin?.write(`${text}\n`);

    return eventually(() => {
      const verdict = this.verdicts[before];
      if (!verdict) {
        throw new Error('no verdict yet');
      }

      return verdict;
    }, 20_000);
  }

  /** Nothing more comes: it ends when everything is sent. */
  async end(): Promise<void> {
    this.child.stdin?.end();
    if (this.child.exitCode === null) {
      await once(this.child, 'exit');
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
