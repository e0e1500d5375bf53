import { addCounts, type Counts } from './dayCounts';
import { MemoryStore, type DoorStore, type WaitingPassage } from './doorStore';
import type { Held } from './held';

const heldStore = 'held';
const waitingStore = 'waiting';
const heldKey = 'door';

/**
 * Figures lie beside what is held. A store of their own would need another version of the database, for which the
 * browser waits until every tab with the page of before is closed.
 */
function countsKey(pointId: string): string {
  return `counts ${pointId}`;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
}

class BrowserStore implements DoorStore {
  constructor(private readonly database: IDBDatabase) {}

  readHeld(): Promise<Held | undefined> {
    return answerOf<Held | undefined>(this.reading(heldStore).get(heldKey));
  }

  keepHeld(held: Held): Promise<void> {
    return this.write(heldStore, (store) => store.put(held, heldKey));
  }

  put(waiting: WaitingPassage): Promise<void> {
    return this.write(waitingStore, (store) => store.put(waiting, waiting.item.id));
  }

  one(id: string): Promise<WaitingPassage | undefined> {
    return answerOf<WaitingPassage | undefined>(this.reading(waitingStore).get(id));
  }

  after(id: string | undefined, count: number): Promise<WaitingPassage[]> {
    const range = id === undefined ? null : IDBKeyRange.lowerBound(id, true);

    return answerOf<WaitingPassage[]>(this.reading(waitingStore).getAll(range, count));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.write(waitingStore, (store) => ids.forEach((id) => store.delete(id)));
  }

  readCounts(pointId: string): Promise<Counts | undefined> {
    return answerOf<Counts | undefined>(this.reading(heldStore).get(countsKey(pointId)));
  }

  /** Read and written in one transaction, and not waited for: of figures a power cut may take the last one. */
  async addCounts(pointId: string, more: Counts): Promise<void> {
    const transaction = this.database.transaction(heldStore, 'readwrite', { durability: 'relaxed' });
    const end = endOf(transaction);
    const store = transaction.objectStore(heldStore);
    const kept = await answerOf<Counts | undefined>(store.get(countsKey(pointId)));
    store.put(addCounts(kept, more), countsKey(pointId));
    await end;
  }

  private reading(name: string): IDBObjectStore {
    return this.database.transaction(name).objectStore(name);
  }

  /** Done means on the disk: what waits must outlive a power cut. */
  private async write(name: string, change: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.database.transaction(name, 'readwrite', { durability: 'strict' });
    const end = endOf(transaction);
    change(transaction.objectStore(name));
    await end;
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('anxing-kiosk', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(heldStore);
    request.result.createObjectStore(waitingStore);
  };

  return answerOf(request);
}

let opened: Promise<DoorStore> | undefined;

/** The one of this browser; a browser that keeps nothing gets one for as long as the page is open. */
export function doorStore(): Promise<DoorStore> {
  opened ??= (async () => {
    try {
      return new BrowserStore(await openDatabase());
    } catch {
      return new MemoryStore();
    }
  })();

  return opened;
}
