import { alipayShape, type ApiTable, withCallbacks } from '../call';
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
    ...networkTable,
    ...storageTable,
    ...systemTable,
  };
}
