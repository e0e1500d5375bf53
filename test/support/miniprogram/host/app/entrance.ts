import { report } from '../errors';
import type { Entrance } from '../phone/launch';
import { pagePaths } from '../setup';
import { openPages, reLaunch } from './navigation';
import { callApp } from './registration';

/** Opens the page that somebody came in by. An app may lead its guest elsewhere when there is no such page. */
export function enter({ path, query = {} }: Entrance): void {
  if (pagePaths.includes(path)) {
    reLaunch({ path, query });

    return;
  }
  const before = openPages().at(-1);
  callApp('onPageNotFound', { path, query, isEntryPage: true });
  if (openPages().at(-1) === before) {
    report(new Error(`page "${path}" is not found`));
  }
}
