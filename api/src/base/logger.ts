import pino, { type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/**
 * Logs say what happened to which record, never to whom: callers pass ids, codes and counts.
 * Lines are gathered for up to half a second, or until the process ends: a write for each would cost every request.
 * The serializer of errors drops messages of the database driver, which may quote values.
 */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ dest: 2, sync: false, minLength: 8_192, periodicFlush: 500 }),
  );
}

interface Described {
  type: string;
  code?: unknown;
  stack?: string;
}

/** Name, code and places of an error, without its message: messages may quote personal data. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) {
    return { type: typeof error };
  }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  const code: unknown = Reflect.get(error, 'code') ?? Reflect.get(Reflect.get(error, 'parent') ?? {}, 'code');

  return { type: error.name, code, stack: frames?.join('\n') };
}
