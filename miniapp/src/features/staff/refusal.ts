import type { ScannedKind } from '@anxing/contract/scanned';
import type { OfflineFailure } from '@anxing/contract/offline/verifyOffline';

import { texts } from './texts';

/** What is told of an object before the server is asked; undefined when it has to be asked. */
export function toldByLooks(kind: ScannedKind): string | undefined {
  return texts.kinds[kind];
}

/**
 * Why something cannot be verified without the server.
 * @param hasNetwork whether only the server is missing
 */
export function offlineRefusal(kind: ScannedKind, failure: OfflineFailure, hasNetwork: boolean): string {
  if (failure === 'needsNetwork' && hasNetwork) {
    return texts.noAnswer;
  }
  const byKind = failure === 'needsNetwork' ? texts.needsNetwork[kind] : texts.kinds[kind];

  return byKind ?? texts.failures[failure];
}
