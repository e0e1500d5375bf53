import { freshCounts } from '../../../../admin/src/features/kiosk/offline/dayCounts';
import { MemoryStore, type DoorStore } from '../../../../admin/src/features/kiosk/offline/doorStore';
import { Shown } from '../../../../admin/src/features/kiosk/run/shown';
import { freshState } from '../../../../admin/src/features/kiosk/run/state';
import { Tally } from '../../../../admin/src/features/kiosk/run/tally';
import type { PersonVerdict } from '../../../../admin/src/features/kiosk/types';

const zone = 'Asia/Shanghai';
/** 23:59:50 in the zone. */
const evening = Date.parse('2026-03-01T15:59:50Z');

beforeEach(() => {
  jest.useFakeTimers({ now: evening });
});

afterEach(() => jest.useRealTimers());

function person(id: string, given: Partial<PersonVerdict> = {}): PersonVerdict {
  return {
    id,
    object: 'code',
    colour: 'green',
    decision: 'allow',
    why: null,
    wants: [],
    name: '李*',
    idNumber: '35*****034',
    district: null,
    region: null,
    recent: [],
    hasMore: false,
    direction: 'in',
    at: Date.now(),
    offline: null,
    ...given,
  };
}

async function open(store: DoorStore, pointId = 'door') {
  const shown = new Shown(freshState({ clockOffset: 0, isMuted: false }, '2026-03-01'));
  const tally = new Tally({ store, pointId, zone }, shown);
  await tally.start();

  return { shown, tally };
}

/** Until the store has what was counted. */
const kept = () => jest.advanceTimersByTimeAsync(0);

describe('the figures of the day', () => {
  it('outlive a reload, per point, as numbers only', async () => {
    const store = new MemoryStore();
    const { shown, tally } = await open(store);
    tally.passed(person('one'));
    tally.passed(person('two', { decision: 'stop', offline: { kind: 'code', listAge: 0 } }));
    tally.refused();
    tally.decided(person('two', { decision: 'stop' }), person('two'));
    const counts = { day: '2026-03-01', checked: 2, stopped: 0, refused: 1, offline: 1 };
    expect(shown.now.counts).toEqual(counts);

    await kept();
    const again = await open(store);
    expect(again.shown.now.counts).toEqual(counts);
    expect(again.shown.now.passed).toEqual([]);
    expect(await store.readCounts('door')).toEqual(counts);
    again.tally.passed(person('three'));
    await kept();
    expect((await open(store)).shown.now.counts.checked).toBe(3);
    expect((await open(store, 'other')).shown.now.counts).toEqual(freshCounts('2026-03-01'));
  });

  it('of two tabs come together', async () => {
    const store = new MemoryStore();
    const [one, two] = [await open(store), await open(store)];
    one.tally.passed(person('one'));
    two.tally.passed(person('two'));
    await kept();
    expect((await open(store)).shown.now.counts.checked).toBe(2);
  });

  it('begin anew with the day of the zone, and a correction of yesterday is none of today', async () => {
    const store = new MemoryStore();
    const { shown, tally } = await open(store);
    const last = person('one', { decision: 'stop' });
    tally.passed(last);
    jest.setSystemTime(evening + 20_000);
    tally.decided(last, { ...last, decision: 'allow' });
    tally.passed(person('two'));
    const counts = { ...freshCounts('2026-03-02'), checked: 1 };
    expect(shown.now.counts).toEqual(counts);
    expect(shown.now.passed).toMatchObject([{ id: 'two' }, { id: 'one', decision: 'allow' }]);
    await kept();
    expect(await store.readCounts('door')).toEqual(counts);
  });

  it('are written together while the disk is slow, and none is lost', async () => {
    const store = new MemoryStore();
    const write = store.addCounts.bind(store);
    const slow = jest.spyOn(store, 'addCounts').mockImplementation(async (pointId, more) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await write(pointId, more);
    });
    const { tally } = await open(store);
    for (let index = 0; index < 100; index += 1) {
      tally.passed(person(String(index)));
    }
    await jest.advanceTimersByTimeAsync(3_000);

    expect(slow).toHaveBeenCalledTimes(2);
    expect((await store.readCounts('door'))?.checked).toBe(100);
  });

  it('that nobody keeps are counted all the same', async () => {
    const store = new MemoryStore();
    const full = () => Promise.reject(new Error('full'));
    const { shown, tally } = await open(Object.assign(store, { addCounts: full, readCounts: full }));
    tally.refused();
    expect(shown.now.counts.refused).toBe(1);
  });
});
