import { isUuid7 } from '@anxing/contract/uuid7';

import { newId } from './ids';
import { readStored, writeStored } from './storage';

/** Shared by calls that come at once; where nothing can be stored it lasts as long as the program. */
let made: Promise<string> | undefined;

/**
 * A random name of this installation, so that the server can tell one phone that asks for many SMS codes from many
 * phones behind one address. It says nothing about the phone or its owner; clearing the storage makes another.
 */
export async function deviceName(): Promise<string> {
  const kept = readStored<unknown>('device');
  if (typeof kept === 'string' && isUuid7(kept)) {
    return kept;
  }
  made ??= newId();
  const name = await made;
  writeStored('device', name);

  return name;
}
