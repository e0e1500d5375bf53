import { errorTexts, type ErrorCode, type FieldError } from '@anxing/contract/errors';
import { fieldError } from '@anxing/contract/fieldErrors';

interface Details {
  fields?: FieldError[];
  /** Seconds the caller should wait. */
  retryAfter?: number;
  /** ms; told where the caller's clock may be wrong. */
  serverTime?: number;
  cause?: unknown;
}

/** An answer that is not 2xx: code, status and texts for people come from the contract. */
export class AppError extends Error {
  readonly status: number;

  readonly fields: FieldError[] | undefined;

  readonly retryAfter: number | undefined;

  readonly serverTime: number | undefined;

  constructor(
    readonly code: ErrorCode,
    details: Details = {},
  ) {
    super(code, { cause: details.cause });
    this.status = errorTexts[code][0];
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
    this.serverTime = details.serverTime;
  }
}

/** Bad input found after the schema, for example by a look-up. `faults` maps a path to a key of the field texts. */
export class InvalidInput extends AppError {
  constructor(faults: Record<string, string>) {
    super('invalid_input', {
      fields: Object.entries(faults).map(([path, key]) => fieldError(path, key)),
    });
  }
}

/** Settings or files that make a start impossible; the message is for the person who starts it. */
export class StartRefused extends Error {
  constructor(
    message: string,
    readonly exitCode = 78,
  ) {
    super(message);
  }
}
