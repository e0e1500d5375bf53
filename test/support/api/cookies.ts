import type { Response } from 'supertest';

/** `name` → the cookie's whole line, as an answer sets it. */
export type Cookies = Record<string, string>;

export function cookiesOf(response: Response): Cookies {
  const lines = (response.headers['set-cookie'] ?? []) as unknown as string[];

  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line]));
}

/** Names and values alone, as a browser sends them back. */
export function asHeader(cookies: Cookies): string {
  return Object.values(cookies)
    .map((line) => line.split(';')[0])
    .join('; ');
}
