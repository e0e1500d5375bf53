import type { AddressInfo } from 'node:net';

import type { Page } from 'playwright-core';

import { FakeApi } from '../../admin/support/fake/fakeApi';
import { serveFake } from '../../admin/support/fakeServer';
import { openBrowser, type OpenBrowser, type Visitor } from './browser';
import { ScanGun } from './scanGun';

/** A kiosk at a door of the fake unit. */
export interface KioskDesk {
  api: FakeApi;
  visitor: Visitor;
  page: Page;
  gun: ScanGun;
}

/** The built admin site over a fake API, with real codes and a browser. */
export class KioskHall {
  private constructor(
    private readonly browser: OpenBrowser,
    private readonly closings: (() => Promise<void> | void)[] = [],
  ) {}

  static async open(): Promise<KioskHall> {
    return new KioskHall(await openBrowser());
  }

  /** A kiosk of its own. @param point as the list of points shows it */
  async desk(size = { width: 1024, height: 768 }, point = '政务服务中心'): Promise<KioskDesk> {
    const api = new FakeApi();
    api.house.signInAs('owner');
    const server = await serveFake(api, 0);
    const { port } = server.address() as AddressInfo;
    this.closings.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const visitor = await this.browser.desk(size);
    const { page } = visitor;
    await page.goto(`http://127.0.0.1:${port}/admin/kiosk`);
    await stand(page, point);

    return { api, visitor, page, gun: await ScanGun.at(page) };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all(this.closings.map((close) => close()));
  }
}

/** Chooses where one stands. */
export async function stand(page: Page, point: string): Promise<void> {
  await page.getByLabel('服务点').click();
  await page.locator('.ant-select-item-option', { hasText: point }).first().click();
  await untilReady(page);
}

/** Begins at the point that is offered. */
export async function untilReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: '上岗并开始查验' }).click();
  await page.getByText('请扫健康码').waitFor();
}
