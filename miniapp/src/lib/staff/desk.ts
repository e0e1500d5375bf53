import type { ErrorCode } from '@anxing/contract/errors';

import { readStored, removeStored, writeStored } from '../storage';
import { createStore, useStore, type ReadableStore } from '../store';

/** Where a staff member stands (扫码点信息), as it was told last: it must do while there is no network. */
export interface Desk {
  staffId: string;
  staffName: string;
  unitName: string;
  point: { id: string; name: string; address: string; category: string };
  /** 社区名称 and 具体位置, as they were typed. */
  community: string;
  place: string;
  isOnDuty: boolean;
  /** Why the duty was over without the guard ending it; he is told where he signs on again. */
  over?: DutyOver | undefined;
}

/** The server's words for a guard who is not on duty, or not any more. */
const dutyOver = ['duty_required', 'duty_ended'] as const satisfies readonly ErrorCode[];
export type DutyOver = (typeof dutyOver)[number];

export function dutyOverOf({ code }: { code: string }): DutyOver | undefined {
  return dutyOver.find((one) => one === code);
}

const store = createStore<Desk | undefined>(readStored<Desk>('staffDesk'));

export const desk: ReadableStore<Desk | undefined> = store;

export function keepDesk(next: Desk): void {
  writeStored('staffDesk', next);
  store.set(next);
}

/** Off duty; where it was stays, for the next time. */
export function leaveDesk(over?: DutyOver): void {
  const known = store.get();
  if (known) {
    keepDesk({ ...known, isOnDuty: false, over });
  }
}

export function forgetDesk(): void {
  removeStored('staffDesk');
  store.set(undefined);
}

export function useDesk(): Desk | undefined {
  return useStore(store);
}
