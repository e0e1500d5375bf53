import http from 'node:http';

import type { Auth } from './factories/signedIn';
import type { TestApi } from './testApi';

export interface ReadEvent<T = unknown> {
  event: string;
  id: string;
  data: T;
}

export interface EventReader {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** All that came so far. */
  events: ReadEvent[];
  /** The next event of a kind that was not taken yet; those before it are passed over. */
  next<T>(event: string): Promise<T>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  close(): void;
}

function parse(block: string): ReadEvent {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));

  return {
    event: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: JSON.parse(fields.get('data') ?? 'null') as unknown,
  };
}

/** Reads server-sent events, as a browser would. */
export function readEvents(
  { url }: TestApi,
  path: string,
  auth: Auth,
  more: Record<string, string> = {},
): Promise<EventReader> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${url}${path}`, { headers: { ...auth, ...more }, agent: false }, (response) => {
      const events: ReadEvent[] = [];
      let taken = 0;
      let rest = '';
      let notify = (): void => undefined;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        events.push(...blocks.map(parse));
        notify();
      });
      response.on('error', () => undefined);
      const take = async <T>(event: string): Promise<T> => {
        for (;;) {
          const found = events.findIndex((one, i) => i >= taken && one.event === event);
          if (found >= 0) {
            taken = found + 1;

            return events[found]?.data as T;
          }
          await new Promise<void>((done) => {
            notify = done;
          });
        }
      };
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        events,
        next: take,
        ended: new Promise((done) => response.once('close', () => done())),
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}
