import { ApiError } from '../phone/apiError';

/** What a function of wx or my is called with: its fields, and up to three callbacks. */
export interface Options {
  success?: (result: unknown) => void;
  fail?: (failure: unknown) => void;
  complete?: (outcome: unknown) => void;
  [name: string]: unknown;
}

/** Does the work; what it gives is the result's fields. */
export type Handler = (options: Options) => unknown;

export type ApiTable = Record<string, unknown>;

/** How a platform gives results and failures. */
export interface Shape {
  result(name: string, fields: object): object;
  failure(name: string, error: ApiError): object;
}

export const weappShape: Shape = {
  result: (name, fields) => ({ errMsg: `${name}:ok`, ...fields }),
  failure: (name, { message, code, details }) => ({
    errMsg: `${name}:fail ${message}`,
    errno: code,
    ...details,
  }),
};

export const alipayShape: Shape = {
  result: (_name, fields) => ({ ...fields }),
  failure: (_name, { message, code, details }) => ({ error: code, errorMessage: message, ...details }),
};

function toApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) {
    return cause;
  }

  return new ApiError(cause instanceof Error ? cause.message : String(cause));
}

/** Runs a handler, and tells the callbacks, or the promise when there are none. */
export function settle(
  name: string,
  work: Promise<unknown>,
  options: Options,
  shape: Shape,
): Promise<unknown> | undefined {
  const outcome = work.then(
    (fields) => ({ isOk: true, value: shape.result(name, (fields ?? {}) as object) }),
    (cause: unknown) => ({ isOk: false, value: shape.failure(name, toApiError(cause)) }),
  );
  if (options.success || options.fail || options.complete) {
    void outcome.then(({ isOk, value }) => {
      (isOk ? options.success : options.fail)?.(value);
      options.complete?.(value);
    });

    return undefined;
  }

  return outcome.then(({ isOk, value }) => (isOk ? value : Promise.reject(value)));
}

/** Makes functions with callbacks of plain handlers, in the shape of one platform. */
export function withCallbacks(shape: Shape, handlers: Record<string, Handler>): ApiTable {
  const made = Object.entries(handlers).map(([name, handler]) => {
    const call = (options: Options = {}) =>
      settle(
        name,
        Promise.resolve().then(() => handler(options)),
        options,
        shape,
      );

    return [name, call];
  });

  return Object.fromEntries(made) as ApiTable;
}

export const text = (value: unknown, otherwise = ''): string =>
  value === undefined || value === null ? otherwise : String(value);
