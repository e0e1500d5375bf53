import type { FeedBatch } from '@anxing/contract/feeds';

/** Whether a batch is a list of sealed communities that counts, and seals any: homes are compared with it. */
export function isSealList({ source, origin, state, rows }: FeedBatch): boolean {
  return source === 'sealed' && origin !== 'derived' && state === 'inForce' && rows > 0;
}
