import { type ApiTable, weappShape, withCallbacks } from '../call';
import { audioTable } from '../audio';
import { fileSystemTable } from '../fileSystem';
import { navigationHandlers } from '../navigation';
import { accountHandlers, accountTable } from './account';
import { deviceHandlers } from './device';
import { dialogHandlers } from './dialogs';
import { networkHandlers, networkTable } from './network';
import { storageHandlers, storageTable } from './storage';
import { systemHandlers, systemTable } from './system';

/** WeChat's functions. */
export function makeWx(): ApiTable {
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
    ...withCallbacks(weappShape, handlers),
    ...accountTable,
    ...audioTable,
    ...networkTable,
    ...storageTable,
    ...systemTable,
    ...fileSystemTable(weappShape),
  };
}
