import type { LatePassage } from '../../../miniapp/src/lib/staff/latePassage';
import type * as lateQueueModule from '../../../miniapp/src/lib/staff/lateQueue';

type Queue = typeof lateQueueModule;

const head = 'anxing.staffQueue';
const owner = '01900000-0000-7000-8000-0000000000aa';
const pointId = '01900000-0000-7000-8000-000000000001';

function passage(number: number): LatePassage {
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

  return { id, object: `AX1:${'x'.repeat(115)}`, direction: 'in', decision: 'allow', owner, pointId };
}

function passages(from: number, to: number): LatePassage[] {
  return Array.from({ length: to - from }, (_, index) => passage(from + index));
}

/** The program as it is started on a phone that holds this. */
async function startedWith(storage: Map<string, string>): Promise<Queue> {
  let started: Queue | undefined;
  await jest.isolateModulesAsync(async () => {
    jest.doMock('../../support/taro/phone', () => ({ phone: { storage } }));
    started = await import('../../../miniapp/src/lib/staff/lateQueue');
  });
  if (!started) {
    throw new Error('not started');
  }

  return started;
}

/** A phone's storage that remembers how it was after each single write: as a kill at that moment leaves it. */
class Remembered extends Map<string, string> {
  readonly moments: Map<string, string>[] = [];

  override set(key: string, value: string): this {
    super.set(key, value);
    this.moments?.push(new Map(this));

    return this;
  }

  override delete(key: string): boolean {
    const isThere = super.delete(key);
    this.moments.push(new Map(this));

    return isThere;
  }
}

function waitingIds({ lateQueue }: Queue): string[] {
  return lateQueue.get().waiting.map(({ id }) => id);
}

const idsOf = (list: readonly LatePassage[]) => list.map(({ id }) => id);

describe('passages that wait on a guard’s phone', () => {
  test('are 5,000 at least, in pieces that every platform keeps, and in order after a start', async () => {
    const storage = new Map<string, string>();
    const first = await startedWith(storage);
    const all = passages(0, 5_000);
    expect(all.every((each) => first.keepLate(each))).toBe(true);
    const sizes = [...storage.values()].map((text) => text.length);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
    expect(waitingIds(await startedWith(storage))).toEqual(idsOf(all));

    expect(first.mostWaiting).toBe(5_000);
    expect(first.keepLate(passage(5_000))).toBe(false);
    first.settleLate([passage(7).id], []);
    expect(first.keepLate(passage(5_000))).toBe(true);
    expect(waitingIds(await startedWith(storage)).slice(-1)).toEqual([passage(5_000).id]);
  }, 60_000);

  test('fit into a key of 200 kB also when every object is as long as one may be', async () => {
    const storage = new Map<string, string>();
    const started = await startedWith(storage);
    const told = { reason: 'x'.repeat(20), temperature: 36.6, mask: true };
    passages(0, 120).forEach((each) =>
      started.keepLate({ ...each, ...told, object: 'x'.repeat(1024), decision: 'allow' }),
    );
    expect(Math.max(...[...storage.values()].map((text) => text.length))).toBeLessThan(200_000);
  });

  test('are neither lost nor doubled when the program is killed between two writes of keeping', async () => {
    const storage = new Remembered();
    const started = await startedWith(storage);
    passages(0, 100).forEach((each) => started.keepLate(each));
    storage.moments.length = 0;
    started.keepLate(passage(100));
    started.keepLate(passage(101));
    const found: string[][] = [];
    for (const moment of storage.moments) {
      found.push(waitingIds(await startedWith(moment)));
    }
    expect(found).toEqual([idsOf(passages(0, 100)), idsOf(passages(0, 101)), idsOf(passages(0, 102))]);
  });

  test('nor of settling: who was sent may wait again, who was not is still there', async () => {
    const storage = new Remembered();
    const started = await startedWith(storage);
    passages(0, 150).forEach((each) => started.keepLate(each));
    storage.moments.length = 0;
    const sent = idsOf(passages(75, 125));
    const refused = { id: sent[0] ?? '', code: 'code_expired' };
    started.settleLate(sent, [refused]);
    expect(storage.moments).toHaveLength(3);
    for (const moment of storage.moments) {
      const restarted = await startedWith(moment);
      const ids = waitingIds(restarted);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(idsOf([...passages(0, 75), ...passages(125, 150)])));
      // Told once, also when it is sent and refused a second time.
      restarted.settleLate(sent, [refused]);
      expect(restarted.lateQueue.get().dropped).toEqual([refused]);
      expect(waitingIds(restarted)).toEqual(idsOf([...passages(0, 75), ...passages(125, 150)]));
    }
  });

  test('leave nothing behind when all were sent, and the next is found after a start', async () => {
    const storage = new Map<string, string>();
    const started = await startedWith(storage);
    passages(0, 250).forEach((each) => started.keepLate(each));
    started.settleLate(idsOf(passages(0, 250)), []);
    expect([...storage.keys()]).toEqual([head]);
    const restarted = await startedWith(storage);
    restarted.keepLate(passage(300));
    expect(waitingIds(await startedWith(storage))).toEqual([passage(300).id]);
  });

  test('take along what is told of them later', async () => {
    const storage = new Map<string, string>();
    const started = await startedWith(storage);
    passages(0, 150).forEach((each) => started.keepLate(each));
    started.amendLate(passage(20).id, { mask: false, decision: 'stop' });
    const [amended] = (await startedWith(storage)).lateQueue.get().waiting.slice(20);
    expect(amended).toEqual({ ...passage(20), mask: false, decision: 'stop' });
  });

  test('of the version before are taken over, first in line', async () => {
    const refused = { id: 'x', code: 'code_expired' };
    const before = { waiting: passages(0, 300), dropped: [refused] };
    const storage = new Map([[head, JSON.stringify(before)]]);
    const started = await startedWith(storage);
    expect(started.lateQueue.get()).toEqual(before);
    expect(started.keepLate(passage(300))).toBe(true);
    started.amendLate(passage(1).id, { mask: true });
    started.settleLate([passage(0).id], []);
    const restarted = await startedWith(storage);
    expect(waitingIds(restarted)).toEqual(idsOf(passages(1, 301)));
    expect(restarted.lateQueue.get().waiting[0]).toMatchObject({ mask: true });
    expect(restarted.lateQueue.get().dropped).toEqual([refused]);
  });

  test('that the phone cannot keep are refused, and later ones are kept again', async () => {
    const storage = new Map<string, string>();
    const started = await startedWith(storage);
    passages(0, 100).forEach((each) => started.keepLate(each));
    const refusing = jest.spyOn(storage, 'set').mockImplementation(() => {
      throw new Error('exceed max size');
    });
    expect(started.keepLate(passage(100))).toBe(false);
    refusing.mockRestore();
    expect(started.keepLate(passage(101))).toBe(true);
    expect(waitingIds(started)).toEqual(idsOf([...passages(0, 100), passage(101)]));
    expect(waitingIds(await startedWith(storage))).toEqual(waitingIds(started));
  });
});
