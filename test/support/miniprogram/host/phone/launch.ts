import type { EnterOptions } from '../../types';
import { isAlipay, pagePaths, setup } from '../setup';

const plainStart = 1001;

/** What the app is told; Alipay leaves `query` out when nothing was given. */
export interface Entrance {
  path: string;
  query?: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, unknown>;
}

export function toEntrance(options: EnterOptions, openPath: string): Entrance {
  const hasQuery = Object.keys(options.query ?? {}).length > 0;

  return {
    path: (options.path ?? openPath).replace(/^\//, ''),
    scene: options.scene ?? plainStart,
    referrerInfo: options.referrerInfo ?? {},
    ...((hasQuery || !isAlipay) && { query: { ...options.query } }),
  };
}

const launch = toEntrance(setup.launch, pagePaths[0] ?? '');
let enter = launch;

/** How the phone was started cold. */
export const launchOptions = (): Entrance => launch;

/** How the app last came to the front. */
export const enterOptions = (): Entrance => enter;

export function setEnterOptions(entrance: Entrance): void {
  enter = entrance;
}
