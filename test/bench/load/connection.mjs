import { connect } from 'node:net';

import { AnswerReader } from './answerReader.mjs';

/** Read into by every connection: what arrived is taken out before the next read. */
const shared = Buffer.allocUnsafe(65_536);

/** One keep-alive connection with one request under way at most. Raw, so that the load costs little of the machine. */
export class Connection {
  #socket;

  #reader = new AnswerReader();

  #waiting;

  /** @param {number} port @param {string} host */
  static open(port, host = '127.0.0.1') {
    const connection = new Connection();

    return new Promise((resolve, reject) => {
      connection.#socket = connect({
        port,
        host,
        noDelay: true,
        onread: { buffer: shared, callback: (length) => connection.#read(length) },
      });
      connection.#socket.once('connect', () => resolve(connection));
      connection.#socket.on('error', (error) => {
        connection.#fail(error);
        reject(error);
      });
      connection.#socket.on('close', () => connection.#fail(new Error('closed')));
    });
  }

  get isOpen() {
    return !this.#socket.destroyed;
  }

  /**
   * Sends a request.
   * @param {string} request head and body, one character for each byte
   * @param {(answer: { status: number, body: string } | Error) => void} done called once
   */
  send(request, done) {
    this.#waiting = done;
    if (this.isOpen) {
      this.#socket.write(request, 'latin1');
    } else {
      process.nextTick(() => this.#fail(new Error('closed')));
    }
  }

  /** @param {Error} reason what a request under way is told */
  close(reason = new Error('closed')) {
    this.#socket.destroy();
    this.#fail(reason);
  }

  #read(length) {
    const answer = this.#answerIn(shared.latin1Slice(0, length));
    const done = this.#waiting;
    if (answer && done) {
      this.#waiting = undefined;
      if (answer.close) {
        this.#socket.destroy();
      }
      done(answer);
    } else if (answer) {
      this.close();
    }

    return true;
  }

  #answerIn(text) {
    try {
      return this.#reader.take(text);
    } catch (error) {
      this.close(error);

      return undefined;
    }
  }

  #fail(error) {
    const done = this.#waiting;
    this.#waiting = undefined;
    done?.(error);
  }
}
