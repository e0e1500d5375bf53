import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { ConfigJson, EnterOptions, Query } from '../types';

const plainStart = 1001;

/** What WeChat tells an app of how it was opened. */
export interface Entrance {
  path: string;
  query: Query;
  scene: number;
  referrerInfo: Record<string, unknown>;
}

export function toEntrance({ path: page, query, scene, referrerInfo }: EnterOptions, open: string): Entrance {
  return {
    path: (page ?? open).replace(/^\//, ''),
    query: query ?? {},
    scene: scene ?? plainStart,
    referrerInfo: referrerInfo ?? {},
  };
}

/** The address for `wx.reLaunch`. Values stay as they are: WeChat decodes none. */
export function addressOf({ path: page, query }: Entrance): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);

  return `/${page}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** The page that an app opens by itself. */
export function firstPage(dist: string): string {
  const { pages } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as ConfigJson;

  return pages?.[0] ?? '';
}
