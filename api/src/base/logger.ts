import pino, { type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

let [second, upToSecond] = [0, ''];

/** ISO 8601 as pino wants it: all but the milliseconds is the same for a second of lines. */
function isoTime(): string {
  const now = Date.now();
  const ms = now % 1000;
  if (now - ms !== second) {
    second = now - ms;
    upToSecond = new Date(second).toISOString().slice(0, -4);
  }

  return `,"time":"${upToSecond}${String(ms).padStart(3, '0')}Z"`;
}

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
      timestamp: isoTime,
      serializers: { err: describeError },
    },
    destination ??
      pino.destination({ dest: 2, sync: false, minLength: 65_536, maxWrite: 131_072, periodicFlush: 500 }),
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
