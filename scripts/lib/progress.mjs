import { duration } from './format.mjs';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const quietMs = 5_000;

/** A plain line to the terminal or the log. */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Shows steps as they run: on a terminal one moving line with elapsed seconds, in a log one line when a step is
 * slow and one at its end. Steps may overlap.
 */
export class Progress {
  #running = new Set();

  #frame = 0;

  #timer;

  constructor(isTerminal = Boolean(process.stdout.isTTY)) {
    this.isTerminal = isTerminal;
  }

  /** Runs `work` as a step. What it returns as `{ note }` is shown behind the tick. */
  async step(title, work) {
    const entry = { title, since: Date.now(), hint: undefined };
    this.#begin(entry);
    try {
      const result = await work();
      this.#end(entry, '✔', result?.note);

      return result;
    } catch (error) {
      this.#end(entry, '✗');
      throw error;
    }
  }

  #begin(entry) {
    this.#running.add(entry);
    if (this.isTerminal) {
      this.#timer ??= setInterval(() => this.#draw(), 100);
      this.#draw();
    } else {
      entry.hint = setTimeout(() => print(`… ${entry.title}`), quietMs);
    }
  }

  #end(entry, mark, note) {
    this.#running.delete(entry);
    clearTimeout(entry.hint);
    this.#clear();
    print(`${mark} ${entry.title}${note ? `: ${note}` : ''}  (${duration(Date.now() - entry.since)})`);
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #clear() {
    if (this.isTerminal) {
      process.stdout.write('\r\x1b[K');
    }
  }

  #draw() {
    this.#frame = (this.#frame + 1) % frames.length;
    const parts = [...this.#running].map(
      ({ title, since }) => `${title} ${Math.round((Date.now() - since) / 1000)} s`,
    );
    this.#clear();
    process.stdout.write(
      `${frames[this.#frame]} ${parts.join(' · ')}`.slice(0, process.stdout.columns || 80),
    );
  }
}
