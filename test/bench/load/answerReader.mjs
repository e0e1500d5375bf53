const headEnd = '\r\n\r\n';
const lengthForm = /\r\ncontent-length: *(\d+)/i;
const retryForm = /\r\nretry-after: *\d/i;
const statusAt = 9;

function lengthOf(head, status) {
  const found = lengthForm.exec(head);
  if (found) {
    return Number(found[1]);
  }
  if (status === 204 || status === 304) {
    return 0;
  }
  throw new Error('an answer without Content-Length');
}

/**
 * Reads HTTP/1.1 answers out of what arrives at one connection: status and body, nothing else. One request is under
 * way at a time, so that whatever follows an answer is a fault.
 */
export class AnswerReader {
  #text = '';

  #status = 0;

  #bodyAt = 0;

  #end = 0;

  /**
   * @param {string} text one character for each byte (latin1)
   * @returns {{ status: number, body: string, close: boolean, retryAfter: boolean } | undefined} undefined while more
   *   is to come; `retryAfter` tells whether a refusal says when to come back
   */
  take(text) {
    this.#text = this.#text === '' ? text : this.#text + text;
    if (this.#end === 0 && !this.#readHead()) {
      return undefined;
    }
    if (this.#text.length < this.#end) {
      return undefined;
    }
    if (this.#text.length > this.#end) {
      throw new Error('more than was asked for');
    }
    const head = this.#text.slice(0, this.#bodyAt);
    const answer = {
      status: this.#status,
      body: this.#text.slice(this.#bodyAt),
      close: head.includes('\r\nConnection: close'),
      retryAfter: this.#status >= 400 && retryForm.test(head),
    };
    this.#text = '';
    this.#end = 0;

    return answer;
  }

  #readHead() {
    const end = this.#text.indexOf(headEnd);
    if (end < 0) {
      return false;
    }
    this.#status = Number(this.#text.slice(statusAt, statusAt + 3));
    this.#bodyAt = end + headEnd.length;
    this.#end = this.#bodyAt + lengthOf(this.#text.slice(0, end), this.#status);

    return true;
  }
}
