/** Something that the person at the terminal can mend; `advice` says how. */
export class Fault extends Error {
  name = 'Fault';

  constructor(message, advice = '', exitCode = 1) {
    super(message);
    this.advice = advice;
    this.exitCode = exitCode;
  }
}
