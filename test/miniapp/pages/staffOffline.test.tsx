import { act, render, waitFor } from '@testing-library/react';

import { checkDigit } from '@anxing/contract/number12';

import { doorLists, refreshDoorLists } from '../../../miniapp/src/features/staff/doorLists';
import { ListAge } from '../../../miniapp/src/features/staff/ListAge';
import { keepLate, lateQueue } from '../../../miniapp/src/lib/staff/lateQueue';
import { sendLate } from '../../../miniapp/src/lib/staff/sendLate';
import StaffHomePage from '../../../miniapp/src/packages/staff/home/index';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';
import {
  codeShown,
  forgedCode,
  orange,
  passShown,
  samplePoint,
  sampleScan,
} from '../../support/taro/staffApp';
import { openResult, scanNext, tap, verdict } from '../../support/taro/staffScreen';

describe('without network', () => {
  async function offline(category = {}): Promise<TestServer> {
    const server = await openResult({}, category);
    server.isReachable = false;

    return server;
  }

  test('a code is verified on the phone, marked, and waits under its own id', async () => {
    await offline();
    await scanNext(codeShown());
    expect(verdict()).toBe('放行');
    expect(document.querySelector('.late-mark')?.textContent).toBe('离线核验名单刚刚更新');
    expect(lateQueue.get().waiting).toEqual([
      expect.objectContaining({ owner: 's1', pointId: samplePoint.id, decision: 'allow', direction: 'in' }),
    ]);
    const kept = [...phone.storage].filter(([key]) => key.startsWith('anxing.staffQueue.'));
    expect(kept.map(([, text]) => JSON.parse(text))).toEqual([lateQueue.get().waiting]);
  });

  test('an orange one is stopped, a pass is taken where the place takes it', async () => {
    await offline();
    await scanNext(codeShown(orange));
    expect(verdict()).toBe('禁止通行');
    await scanNext(passShown());
    expect(verdict()).toBe('放行');
    expect(lateQueue.get().waiting.map(({ decision }) => decision)).toEqual(['stop', 'allow']);
  });

  test.each([
    ['a screenshot', () => codeShown(1, -120_000), '健康码已过期或是截图，请当场刷新后出示'],
    ['a forged code', forgedCode, '伪造或外省的健康码，请核实其身份'],
    ['half a code', () => codeShown().slice(0, 60), '健康码没有读全，请对准后再扫'],
    ['a number', () => `48291607335${checkDigit('48291607335')}`, '12 位数字需要联网查询，请改扫健康码'],
    ['another province’s', () => 'GJ0123456789', '外省或其他平台的码需要联网核验，现在没有网络'],
    ['a paper card', () => `AX3:EA${'A'.repeat(26)}`, '纸质卡需要联网核验，现在没有网络'],
    ['an identity card', () => 'AXI:t', '身份证需要联网核验，现在没有网络'],
  ])('%s leads to nobody', async (_what, text, sentence) => {
    await offline();
    await scanNext(text());
    expect(document.querySelector('.door-why')?.textContent).toBe(sentence);
    expect(lateQueue.get().waiting).toEqual([]);
  });

  test.each([
    ['has no time', refusal('unavailable')],
    ['has a fault', refusal('internal')],
    ['stands behind a proxy that gives up', { status: 504, body: 'Gateway Timeout' }],
    ['is hidden by a network that asks to be signed in to', { status: 302, body: '<html>' }],
  ])('what only the server can tell is not blamed on the network when it %s', async (_what, reply) => {
    const server = await openResult();
    server.on('POST scans', reply);
    const number = `48291607335${checkDigit('48291607335')}`;
    for (const text of [number, `AX3:EA${'A'.repeat(26)}`, 'GJ0123456789', 'AXI:t']) {
      await scanNext(text);
      expect(document.querySelector('.door-why')?.textContent).toBe('服务器没有答复，请稍后再扫一次');
    }
    await scanNext(codeShown());
    expect([verdict(), document.querySelector('.late-mark') !== null]).toEqual(['放行', true]);
  });

  test('nor when it takes too long', async () => {
    const server = await openResult();
    server.on('POST scans', { body: sampleScan() });
    phone.network = () => Promise.reject({ errMsg: 'request:fail timeout' });
    await scanNext('GJ0123456789');
    expect(document.querySelector('.door-why')?.textContent).toBe('服务器没有答复，请稍后再扫一次');
  });

  test('the age of the list is told, and that an incomplete one is good for no pass', async () => {
    const server = await openResult();
    const list = (complete: boolean) => ({
      body: { asOf: Date.now() - 180_000, passes: [], cards: [], complete },
    });
    const age = () => document.querySelector('.list-age')?.textContent;
    render(<ListAge />);
    // The page fetches them too.
    await act(refreshDoorLists);
    server.on(`GET door/revocations?since=${doorLists.get()?.asOf}`, list(true));
    await act(refreshDoorLists);
    expect(age()).toBe('离线核验名单：3 分钟前更新');
    server.on(`GET door/revocations?since=${doorLists.get()?.asOf}`, list(false));
    await act(refreshDoorLists);
    expect(age()).toBe('离线核验名单：3 分钟前更新，作废名单不完整，不能核验离线通行码');
    server.isReachable = false;
    await scanNext(passShown());
    expect(document.querySelector('.door-why')?.textContent).toBe(
      '本机没有近期的作废名单，不能核验离线通行码',
    );
    await scanNext(codeShown());
    expect(document.querySelector('.late-mark')?.textContent).toBe('离线核验没有作废名单');
  });

  test('a pass is refused where the place does not take it', async () => {
    await offline({ outagePass: false });
    await scanNext(passShown());
    expect(document.querySelector('.door-why')?.textContent).toBe(
      '本扫码点不接受离线通行码，请对方联网后出示',
    );
  });

  test('where a test is asked for nobody passes by colour alone', async () => {
    await offline({ testHours: 48 });
    await scanNext(codeShown());
    expect([verdict(), document.querySelector('.door-why')?.textContent]).toEqual([
      '待核实',
      '离线时查不到 48 小时内的核酸结果，请工作人员核验',
    ]);
  });

  test('who waits two seconds for an answer is checked here', async () => {
    const server = await openResult();
    server.on('POST scans', () => ({ body: sampleScan() }));
    const reach = phone.network;
    phone.network = (request) =>
      request.url.endsWith('/scans') ? new Promise(() => undefined) : reach(request);
    phone.scanned = codeShown();
    tap('.next-person');
    await waitFor(() => expect(document.querySelector('.late-mark')).not.toBeNull(), { timeout: 3_000 });
  });

  test('what was measured meanwhile goes along', async () => {
    await offline({ mask: true });
    await scanNext(codeShown());
    expect(verdict()).toBe('待核实');
    tap('.mask--false');
    tap('.reason--errand');
    tap('.submit-feedback');
    await waitFor(() => expect(verdict()).toBe('禁止通行'));
    expect(lateQueue.get().waiting).toEqual([
      expect.objectContaining({ mask: false, reason: 'errand', decision: 'stop' }),
    ]);
  });

  test('everything goes once and in order when the network is back', async () => {
    const server = await offline();
    await scanNext(codeShown());
    await scanNext(codeShown(orange));
    const ids = lateQueue.get().waiting.map(({ id }) => id);
    server.on('POST scans/late', ({ body }) => ({
      body: {
        items: (body as { items: { id: string }[] }).items.map(({ id }) => ({ id, taken: true, code: null })),
      },
    }));
    server.isReachable = true;
    await Promise.all([sendLate(), sendLate()]);
    expect(server.count('POST scans/late')).toBeGreaterThan(0);
    const sent = server.bodies.filter((body) => body && typeof body === 'object' && 'items' in body) as {
      pointId: string;
      items: { id: string }[];
    }[];
    expect(sent).toHaveLength(1);
    expect(sent[0]?.pointId).toBe(samplePoint.id);
    expect(sent[0]?.items.map(({ id }) => id)).toEqual(ids);
    expect(sent[0]?.items[0]).not.toHaveProperty('owner');
    expect(lateQueue.get().waiting).toEqual([]);
  });

  test('what is refused for good is told and keeps nobody back', async () => {
    const server = await offline();
    await scanNext(codeShown());
    await scanNext(codeShown());
    const [first] = lateQueue.get().waiting;
    server.on('POST scans/late', ({ body }) => ({
      body: {
        items: (body as { items: { id: string }[] }).items.map(({ id }) =>
          id === first?.id ? { id, taken: false, code: 'code_expired' } : { id, taken: true, code: null },
        ),
      },
    }));
    server.isReachable = true;
    await sendLate();
    expect(lateQueue.get()).toEqual({ waiting: [], dropped: [{ id: first?.id, code: 'code_expired' }] });
  });

  test('the guard is warned while there is still room for 500', async () => {
    await offline();
    const [code, owner] = [codeShown(), 's1'];
    const rest = {
      object: code,
      direction: 'in',
      decision: 'allow',
      owner,
      pointId: samplePoint.id,
    } as const;
    act(() => {
      for (let count = 0; count < 4_499; count += 1) {
        keepLate({ id: `held-${count}`, ...rest });
      }
    });
    expect(document.querySelector('.nearly-full')).toBeNull();
    await scanNext(code);
    expect(document.querySelector('.nearly-full')?.textContent).toBe(
      '待上传已有 4500 条，本机最多存 5000 条。请尽快到有网络的地方上传，存满后不能再离线登记。',
    );
    render(<StaffHomePage />);
    expect(document.querySelectorAll('.nearly-full')).toHaveLength(2);
  }, 60_000);

  describe('when the first attempt had arrived after all', () => {
    async function arrivedBefore() {
      const server = await offline({ mask: true });
      await scanNext(codeShown());
      tap('.mask--false');
      tap('.reason--errand');
      tap('.submit-feedback');
      await waitFor(() => expect(verdict()).toBe('禁止通行'));
      await scanNext(codeShown());
      const [first, second] = lateQueue.get().waiting.map(({ id }) => id);
      server.on('POST scans/late', ({ body }) => ({
        body: {
          items: (body as { items: { id: string }[] }).items.map(({ id }) =>
            id === first ? { id, taken: false, code: 'same_id_other_body' } : { id, taken: true, code: null },
          ),
        },
      }));
      server.isReachable = true;

      return { server, first: first ?? '', second, call: `POST scans/${first}/feedback` };
    }

    test('what was measured is kept until the server has it, and holds nobody else', async () => {
      const { server, first, call } = await arrivedBefore();
      for (const passing of ['unavailable', 'forbidden'] as const) {
        server.on(call, refusal(passing));
        await sendLate();
        expect(lateQueue.get()).toMatchObject({ waiting: [{ id: first, mask: false }], dropped: [] });
      }
      server.on(call, { body: {} });
      await sendLate();
      expect(server.bodies).toContainEqual({ reason: 'errand', mask: false });
      expect(lateQueue.get()).toEqual({ waiting: [], dropped: [] });
    });

    test('what the server refuses of it is told', async () => {
      const { server, first, call } = await arrivedBefore();
      server.on(call, refusal('invalid_input'));
      await sendLate();
      expect(lateQueue.get()).toEqual({ waiting: [], dropped: [{ id: first, code: 'invalid_input' }] });
    });
  });

  test('nothing is lost while the server has no time', async () => {
    const server = await offline();
    await scanNext(codeShown());
    server.isReachable = true;
    server.on('POST scans/late', refusal('unavailable'));
    await sendLate();
    expect(lateQueue.get().waiting).toHaveLength(1);
  });
});
