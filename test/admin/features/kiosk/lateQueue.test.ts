import type { FeedbackRequest, LateScanAnswers, LateScans } from '@anxing/contract/scans';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { MemoryStore, type WaitingPassage } from '../../../../admin/src/features/kiosk/offline/doorStore';
import { countWaiting, sendWaiting } from '../../../../admin/src/features/kiosk/offline/lateQueue';
import { ApiError } from '../../../../admin/src/lib/api/apiError';

const now = 1_795_000_000_000;

function passage(index: number, given: Partial<WaitingPassage> = {}, seen: object = {}): WaitingPassage {
  return {
    staffId: 'first',
    pointId: 'door',
    ...given,
    item: {
      id: makeUuid7(now + index, new Uint8Array(10)),
      object: 'AX1:code',
      direction: 'in',
      decision: 'allow',
      ...seen,
    },
  };
}

async function storeOf(...passages: WaitingPassage[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  await Promise.all([...passages].reverse().map((one) => store.put(one)));

  return store;
}

const idOf = ({ item }: WaitingPassage) => item.id;
const takeAll = ({ items }: LateScans): LateScanAnswers => ({
  items: items.map(({ id }) => ({ id, taken: true, code: null })),
});

function refused(status: number, code: string, message = code): ApiError {
  return new ApiError(message, { status, code });
}

/** A server, and what was heard of it. */
class Way {
  readonly sent: LateScans[] = [];
  readonly told: { id: string; body: FeedbackRequest }[] = [];
  readonly refusals: string[] = [];
  readonly held: string[] = [];

  constructor(
    private readonly answer: (late: LateScans) => LateScanAnswers = takeAll,
    private readonly hear: (id: string) => void = () => undefined,
  ) {}

  async send(late: LateScans): Promise<LateScanAnswers> {
    this.sent.push(late);

    return this.answer(late);
  }

  async tell(id: string, body: FeedbackRequest): Promise<void> {
    this.hear(id);
    this.told.push({ id, body });
  }

  onRefused(why: string): void {
    this.refusals.push(why);
  }

  onHeld(why: string): void {
    this.held.push(why);
  }

  get ids(): string[] {
    return this.sent.flatMap(({ items }) => items.map(({ id }) => id));
  }
}

describe('what waits', () => {
  it('goes in order, point by point, each once, at most fifty at a time', async () => {
    const passages = Array.from({ length: 130 }, (_, index) =>
      passage(index, { pointId: index < 70 ? 'one' : 'two' }),
    );
    const store = await storeOf(...passages);
    const way = new Way();
    await sendWaiting(store, 'first', way);
    expect(way.sent.map(({ pointId, items }) => [pointId, items.length])).toEqual([
      ['one', 50],
      ['one', 20],
      ['two', 50],
      ['two', 10],
    ]);
    expect(way.ids).toEqual(passages.map(idOf));
    expect(way.refusals).toEqual([]);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });

  it('stays when the network goes again, and what is refused for good does not', async () => {
    const store = await storeOf(passage(0), passage(1), passage(2));
    const lost = new Way(() => {
      throw new Error('no network');
    });
    await expect(sendWaiting(store, 'first', lost)).rejects.toThrow('no network');
    expect(await countWaiting(store, 'first')).toEqual({ count: 3, others: 0 });
    const codes = ['code_forged', 'same_id_other_body', null];
    const way = new Way(({ items }) => ({
      items: items.map(({ id }, index) => ({ id, taken: index === 2, code: codes[index] ?? null })),
    }));
    await sendWaiting(store, 'first', way);
    expect(way.refusals).toEqual(['未被接收：伪造或外省的健康码，请核实其身份']);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });
});

describe('whose it is', () => {
  it('is sent by nobody else, wherever it stands in the queue', async () => {
    const others = Array.from({ length: 60 }, (_, index) => passage(index));
    const own = [passage(60, { staffId: 'second' }), passage(62, { staffId: 'second' })];
    const store = await storeOf(...others, ...own, passage(61));
    const way = new Way();
    expect(await countWaiting(store, 'second')).toEqual({ count: 2, others: 61 });
    await sendWaiting(store, 'second', way);
    expect(way.ids).toEqual(own.map(idOf));
    expect(await countWaiting(store, 'second')).toEqual({ count: 0, others: 61 });
    expect(await countWaiting(store, 'first')).toEqual({ count: 61, others: 0 });
  });

  it('is not known of those that were stored before: whoever is there sends them', async () => {
    const { pointId, item } = passage(0);
    const old: WaitingPassage = { pointId, item };
    const store = await storeOf(old);
    const way = new Way();
    expect(await countWaiting(store, 'second')).toEqual({ count: 1, others: 0 });
    await sendWaiting(store, 'second', way);
    expect(way.ids).toEqual([idOf(old)]);
  });
});

describe('a batch that is refused as a whole', () => {
  it('goes one by one: what is wrong with one keeps nobody else back', async () => {
    const bad = passage(1);
    const store = await storeOf(passage(0), bad, passage(2));
    const way = new Way((late) => {
      if (late.items.some(({ id }) => id === idOf(bad))) {
        throw refused(400, 'invalid_input', '填写的内容有误');
      }

      return takeAll(late);
    });
    await sendWaiting(store, 'first', way);
    expect(way.sent.map(({ items }) => items.length)).toEqual([3, 1, 1, 1]);
    expect(way.refusals).toEqual(['未被接收：填写的内容有误']);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });

  it('of a point that was withdrawn leaves the other points their turn', async () => {
    const gone = { pointId: 'gone' };
    const store = await storeOf(passage(0, gone), passage(1, gone), passage(2));
    const fields = [{ path: 'pointId', message: '没有该服务点', messageEn: 'No such point' }];
    const way = new Way((late) => {
      if (late.pointId === 'gone') {
        throw new ApiError('填写的内容有误', { status: 400, code: 'invalid_input', fields });
      }

      return takeAll(late);
    });
    await sendWaiting(store, 'first', way);
    expect(way.refusals).toEqual(['未被接收：没有该服务点', '未被接收：没有该服务点']);
    expect(way.sent.at(-1)).toMatchObject({ pointId: 'door', items: [{ id: idOf(passage(2)) }] });
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });

  it('for want of a right goes on waiting, and the other points have their turn', async () => {
    const store = await storeOf(passage(0, { pointId: 'closed' }), passage(1));
    const way = new Way((late) => {
      if (late.pointId === 'closed') {
        throw refused(403, 'forbidden');
      }

      return takeAll(late);
    });
    await sendWaiting(store, 'first', way);
    expect(way.held).toEqual(['forbidden']);
    expect(way.refusals).toEqual([]);
    expect(way.ids).toContain(idOf(passage(1)));
    expect(await countWaiting(store, 'first')).toEqual({ count: 1, others: 0 });
  });

  it.each([
    [401, 'session_expired'],
    [403, 'password_change_required'],
    [429, 'too_many_requests'],
    [503, 'unavailable'],
  ])('with %s loses nothing', async (status, code) => {
    const store = await storeOf(passage(0), passage(1));
    const way = new Way(() => {
      throw refused(status, code);
    });
    await expect(sendWaiting(store, 'first', way)).rejects.toMatchObject({ code });
    expect(way.sent).toHaveLength(1);
    expect(await countWaiting(store, 'first')).toEqual({ count: 2, others: 0 });
  });
});

describe('a passage whose first answer was lost', () => {
  const seen = { temperature: 36.5, mask: true, reason: 'work' };
  const known = ({ items }: LateScans): LateScanAnswers => ({
    items: items.map(({ id }) => ({ id, taken: false, code: 'same_id_other_body' })),
  });

  it('is told what was seen of the person since', async () => {
    const told = passage(0, {}, seen);
    const store = await storeOf(told, passage(1));
    const way = new Way(known);
    await sendWaiting(store, 'first', way);
    expect(way.told).toEqual([{ id: idOf(told), body: seen }]);
    expect(way.refusals).toEqual([]);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });

  it('is told what was seen of the person while it was on its way', async () => {
    const store = await storeOf(passage(0), passage(1));
    const amended = passage(1, {}, seen);
    const way = new Way((late) => {
      void store.put(amended);

      return takeAll(late);
    });
    await sendWaiting(store, 'first', way);
    expect(way.told).toEqual([{ id: idOf(amended), body: seen }]);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });

  it('waits on while that cannot be told', async () => {
    const store = await storeOf(passage(0), passage(1, {}, seen), passage(2, {}, seen));
    const lost = new Way(known, (id) => {
      if (id === idOf(passage(2))) {
        throw ApiError.noAnswer();
      }
    });
    await expect(sendWaiting(store, 'first', lost)).rejects.toMatchObject({ status: 0 });
    expect(lost.told).toHaveLength(1);
    expect((await store.after(undefined, 9)).map(idOf)).toEqual([idOf(passage(2))]);
  });

  it('whose feedback is refused is counted, and keeps nobody else back', async () => {
    const store = await storeOf(passage(0, {}, seen), passage(1, {}, seen));
    const way = new Way(known, (id) => {
      if (id === idOf(passage(0))) {
        throw refused(404, 'not_found', '没有找到该记录');
      }
    });
    await sendWaiting(store, 'first', way);
    expect(way.refusals).toEqual(['的反馈未被接收：没有找到该记录']);
    expect(way.told).toHaveLength(1);
    expect(await countWaiting(store, 'first')).toEqual({ count: 0, others: 0 });
  });
});
