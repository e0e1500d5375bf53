import { errorTexts, type ErrorBody, type ErrorCode, type FieldError } from '@anxing/contract/errors';
import { fieldErrors } from '@anxing/contract/fieldErrors';
import type { z } from 'zod';

export interface FakeAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** Thrown by a handler to refuse, as the real API does. */
export class FakeRefusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: { fields?: FieldError[]; retryAfter?: number } = {},
  ) {
    super(code);
  }
}

export function json(body: unknown, status = 200): FakeAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const empty: FakeAnswer = { status: 204, headers: {}, body: '' };

export function refusal({ code, details }: FakeRefusal): FakeAnswer {
  const [status, message, messageEn] = errorTexts[code];
  const { fields, retryAfter } = details;
  const body: ErrorBody = {
    error: { code, message, messageEn, requestId: 'fake-request-0001', ...(fields ? { fields } : {}) },
  };
  const answer = json(body, status);

  return retryAfter === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
}

/** Checks input by the contract, naming every wrong field. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new FakeRefusal('invalid_input', { fields: fieldErrors(result.error.issues) });
  }

  return result.data;
}
