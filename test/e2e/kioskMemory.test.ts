import { checkDigit } from '@anxing/contract/number12';
import type { CDPSession, Page } from 'playwright-core';

import { KioskHall, type KioskDesk } from '../support/e2e/kioskDesk';

jest.setTimeout(900_000);

const [early, late] = [5_000, 20_000];
/** What a heap may differ by without anything being kept: code that was compiled since, and the like. */
const toleratedBytes = 1_500_000;

const earlier = Array.from({ length: 20 }, (_, index) => ({
  at: Date.now() - index * 3_600_000,
  place: '示例百货东门',
  own: true,
  direction: 'in' as const,
  decision: 'allow' as const,
  temperature: 36.4,
  reason: '购物办事',
}));

let hall: KioskHall;

beforeAll(async () => {
  hall = await KioskHall.open();
});

afterAll(() => hall?.close());

/** Bytes in use after everything that can go has gone. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
  }

  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Types numbers inside the page, a few ahead of their verdicts: a keyboard outside would take an hour. */
async function scanMany({ page }: KioskDesk, numbers: string[]): Promise<void> {
  await page.evaluate(async (all: string[]) => {
    const press = (key: string, code: string) => {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
      );
      document.body.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true }));
    };
    // Timers of a page that sets many are held back by 4 ms each.
    const { port1, port2 } = new MessageChannel();
    const later = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const checked = () => Number(document.querySelector('.kioskCounts dd')?.textContent);
    // The person on the screen may still be the one before, whom nothing is read of any more.
    const readOn = async () => {
      while (!document.querySelector('.kioskPast li')) {
        press('F8', 'F8');
        await later();
      }
    };
    const first = checked();
    for (const [index, number] of all.entries()) {
      for (const digit of number) {
        press(digit, `Digit${digit}`);
      }
      press('Enter', 'Enter');
      while (first + index - checked() > 6) {
        await later();
      }
      // Now and then somebody's earlier checks are read before the next one comes.
      if (index % 10 === 0) {
        await readOn();
      }
    }
    while (checked() < first + all.length) {
      await later();
    }
  }, numbers);
}

async function checkedAt(page: Page): Promise<number> {
  return Number(await page.locator('.kioskCounts dd').first().innerText());
}

test('the heap is as large after 20,000 scans as after 5,000', async () => {
  const desk = await hall.desk();
  const { api, page, visitor } = desk;
  api.house.door.scansKept = 20;
  api.house.door.hasMore = true;
  api.house.door.earlier = earlier;
  const session = await page.context().newCDPSession(page);
  const heaps = new Map<number, number>();
  const step = 1_000;
  for (let done = 0; done < late; done += step) {
    const numbers = Array.from({ length: step }, (_, index) => {
      const digits = String(10_000_000_000 + done + index);

      return digits + String(checkDigit(digits));
    });
    await scanMany(desk, numbers);
    heaps.set(done + step, await heapOf(session));
  }
  expect(await checkedAt(page)).toBe(late);
  const [before = 0, after = Infinity] = [heaps.get(early), heaps.get(late)];
  console.info([...heaps].map(([scans, bytes]) => `${scans}: ${(bytes / 1e6).toFixed(2)} MB`).join(', '));
  expect(after - before).toBeLessThan(toleratedBytes);
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
});
