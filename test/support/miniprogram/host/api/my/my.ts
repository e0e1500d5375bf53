import { alipayShape, type ApiTable, withCallbacks } from '../call';
import { audioTable } from '../audio';
import { fileSystemTable } from '../fileSystem';
import { navigationHandlers } from '../navigation';
import { accountHandlers, accountTable } from './account';
import { deviceHandlers } from './device';
import { dialogHandlers } from './dialogs';
import { networkHandlers, networkTable } from './network';
import { storageHandlers, storageTable } from './storage';
import { systemHandlers, systemTable } from './system';

/** Alipay's functions. */
export function makeMy(): ApiTable {
  const handlers = {
    ...navigationHandlers,
    ...accountHandlers,
    ...deviceHandlers,
    ...dialogHandlers,
    ...networkHandlers,
    ...storageHandlers,
    ...systemHandlers,
  };

  return {
    ...withCallbacks(alipayShape, handlers),
    ...accountTable,
    ...audioTable,
    ...networkTable,
    ...storageTable,
    ...systemTable,
    ...fileSystemTable(alipayShape),
  };
}
