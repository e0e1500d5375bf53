import { asApiError } from '../../../lib/api/apiError';
import type { KioskApi } from '../api/kioskApi';
import type { PersonVerdict } from '../types';
import { isUnreachable, within } from './link';
import type { Shown } from './shown';
import type { KioskState, Past } from './state';

const patienceMs = 8_000;

/** How many earlier checks stand beside the verdict. */
export const recentBeside = 3;

/** Whether there are earlier checks beyond those beside the verdict. */
export function hasMorePast({ recent, hasMore }: Pick<PersonVerdict, 'recent' | 'hasMore'>): boolean {
  return hasMore || recent.length > recentBeside;
}

interface Listener {
  /** Somebody reads: the person stays on the screen for a while. */
  onRead(): void;
  onError(error: unknown): void;
}

/** Where the next page begins, or the one that failed. */
function pageAfter(past: Past | undefined): string | null {
  if (past?.state === 'shown') {
    return past.page.next;
  }

  return past?.state === 'failed' ? past.from : null;
}

function whyOf(error: unknown): string {
  return isUnreachable(error) ? '服务器没有答复' : asApiError(error).message;
}

/** Reads somebody's earlier checks on, a page at a time: none but the page on the screen is kept. */
export class PastDesk {
  constructor(
    private readonly api: KioskApi,
    private readonly shown: Shown<KioskState>,
    private readonly listener: Listener,
  ) {}

  /** The list, its next page, or the one that failed once more. @returns whether there is anything to read on */
  more(): boolean {
    const { view } = this.shown.now;
    if (view.kind !== 'person' || !hasMorePast(view.person)) {
      return false;
    }
    this.listener.onRead();
    const { person, past } = view;
    if (past?.state !== 'loading' && !(past?.state === 'shown' && past.page.next === null)) {
      void this.read(person, past);
    }

    return true;
  }

  /** @returns whether there was a list */
  close(): boolean {
    const { view } = this.shown.now;
    if (view.kind !== 'person' || !view.past) {
      return false;
    }
    this.shown.change({ view: { kind: 'person', person: view.person } });

    return true;
  }

  private async read(person: PersonVerdict, before: Past | undefined): Promise<void> {
    const from = pageAfter(before);
    const loading: Past = { state: 'loading' };
    this.show(person, loading);
    try {
      const page = await within(patienceMs, (signal) => this.api.recent(person.id, from, signal));
      this.showAfter(loading, { state: 'shown', page });
    } catch (error) {
      this.showAfter(loading, { state: 'failed', why: whyOf(error), from });
      this.listener.onError(error);
    }
  }

  private show(person: PersonVerdict, past: Past): void {
    const { entry } = this.shown.now;
    this.shown.change({
      view: { kind: 'person', person, past },
      entry: { ...entry, panel: 'none', fault: undefined },
    });
  }

  /** What comes when the list was closed, or somebody else stands there, is dropped. */
  private showAfter(loading: Past, past: Past): void {
    const { view } = this.shown.now;
    if (view.kind === 'person' && view.past === loading) {
      this.show(view.person, past);
    }
  }
}
