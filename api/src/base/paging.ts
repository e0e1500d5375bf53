import { createHash } from 'node:crypto';

import { instant, type Page } from '@anxing/contract/fields';
import { z } from 'zod';

import { InvalidInput } from './errors';

/** What the rows of a list are sorted by: the place of one row among them. */
export type PageKey = readonly (string | number)[];

/** Most lists are sorted by an instant (ms) and, within it, by the id. */
export interface InstantKey {
  at: number;
  id: string;
}

const instantKey = z.tuple([instant, z.uuid()]);

function sumOf(filters: object): string {
  return createHash('sha256').update(JSON.stringify(filters)).digest('base64url').slice(0, 12);
}

function writeCursor(filters: object, key: PageKey): string {
  return Buffer.from(JSON.stringify([sumOf(filters), ...key])).toString('base64url');
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());

    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/**
 * The key of the last row of the page before; undefined for the first page.
 * @param filters what the list is filtered by, without cursor and limit: a cursor of another list is refused
 * @param schema what the key consists of
 */
export function readCursor<T extends z.ZodType>(
  filters: object,
  cursor: string | undefined,
  schema: T,
): z.output<T> | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const [sum, ...key] = parsed(cursor);
  const result = schema.safeParse(key);
  if (sum !== sumOf(filters) || !result.success) {
    throw new InvalidInput({ cursor: 'cursor' });
  }

  return result.data;
}

/**
 * Cuts a page from rows that were asked for with one more than `limit`: the one too many tells that a page follows.
 * Rows that come or go meanwhile shift nothing, since the next page begins behind a key and not at a number.
 */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  filters: object,
  keyOf: (row: T) => PageKey,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);

  return { items, next: rows.length > limit && last ? writeCursor(filters, keyOf(last)) : null };
}

/** The key of the page before in a list sorted by instant and id. */
export function readInstantCursor(filters: object, cursor: string | undefined): InstantKey | undefined {
  const [at, id] = readCursor(filters, cursor, instantKey) ?? [];

  return at === undefined || id === undefined ? undefined : { at, id };
}

/** Cuts a page from rows sorted by instant and id. */
export function cutInstantPage<T extends InstantKey>(
  rows: readonly T[],
  limit: number,
  filters: object,
): Page<T> {
  return cutPage(rows, limit, filters, ({ at, id }) => [at, id]);
}
