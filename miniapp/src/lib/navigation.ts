import Taro from '@tarojs/taro';

import { routes, tabNames, type RouteName } from './routes';

let movesUnderWay = 0;

/** True between asking for another page and being there: a page must not ask again meanwhile. */
export function isMoving(): boolean {
  return movesUnderWay > 0;
}

async function move(navigate: () => Promise<unknown>): Promise<void> {
  movesUnderWay += 1;
  try {
    await navigate();
  } finally {
    movesUnderWay -= 1;
  }
}

function urlOf(name: RouteName, query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);

  return `/${routes[name]}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Opens a page above this one; a tab is switched to. */
export function openPage(name: RouteName, query: Record<string, string> = {}): Promise<void> {
  const url = urlOf(name, query);

  return move(() => (tabNames.includes(name) ? Taro.switchTab({ url }) : Taro.navigateTo({ url })));
}

/** Puts a page in the place of this one, which cannot be gone back to. */
export function replacePage(name: RouteName, query: Record<string, string> = {}): Promise<void> {
  const url = urlOf(name, query);

  return move(() => Taro.redirectTo({ url }));
}

/** Leaves everything behind for a page: there is no way back into a step that is done. */
export function startAt(name: RouteName, query: Record<string, string> = {}): Promise<void> {
  const url = urlOf(name, query);

  return move(() => (tabNames.includes(name) ? Taro.switchTab({ url }) : Taro.reLaunch({ url })));
}
