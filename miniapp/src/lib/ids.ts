import { makeUuid7 } from '@anxing/contract/uuid7';

import { randomBytes } from '../platform/random';
import { now } from './clock';

/** A name for a new check-in, with the server's time in it. */
export async function newId(): Promise<string> {
  return makeUuid7(now(), await randomBytes(10));
}
