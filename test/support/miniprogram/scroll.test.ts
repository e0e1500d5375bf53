import type { ScrollViewElement } from 'miniprogram-automator/out/Element';

import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('scrolling on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform);
  }, startTime);

  afterAll(() => phone?.app.close());

  beforeEach(async () => {
    await phone.app.show({ path: 'packages/extra/list/index', query: { n: '40' } });
    await phone.waitForText('.rows', 'rows 40');
  });

  test('a page tells how far it is scrolled', async () => {
    await phone.miniProgram.pageScrollTo(120);
    await phone.waitForText('.top', 'top 120');
    expect(await (await phone.page()).scrollTop()).toBe(120);
  });

  test('the app scrolls its page', async () => {
    await phone.tap('.jump');
    await phone.waitForText('.top', 'top 500');
  });

  test('a page scrolls to an element', async () => {
    await phone.miniProgram.callWxMethod('pageScrollTo', { selector: '.jump' });
    await phone.waitFor(async () => /top [1-9]/.test(await phone.text('.top')), 'the page to move');
  });

  test('the end of a page is told once', async () => {
    await phone.miniProgram.pageScrollTo(100_000);
    await phone.waitForText('.rows', 'rows 50');
  });

  test('a page is pulled down, when its settings allow it', async () => {
    expect(await phone.text('.pulled')).toBe('still');
    await phone.miniProgram.callWxMethod('startPullDownRefresh', {});
    await phone.waitForText('.pulled', 'pulled');
    await phone.app.show({ path: 'pages/home/index' });
    await expect(phone.miniProgram.callWxMethod('startPullDownRefresh', {})).rejects.toThrow(
      /does not enable/,
    );
  });

  test('a scroll-view tells of its movement and of its end', async () => {
    const box = (await phone.element('.box')) as ScrollViewElement;
    expect(await box.scrollHeight()).toBe(1200);
    await box.scrollTo(0, 80);
    await phone.waitForText('.inner', 'at 80');
    await box.scrollTo(0, 990);
    await phone.waitFor(async () => (await phone.text('.inner')) !== 'at 80', 'the end');
    expect(await box.property('scrollTop')).toBe(990);
  });

  test('the app moves a scroll-view', async () => {
    await phone.tap('.lower');
    await phone.waitForText('.inner', 'at 300');
  });

  test('the window lies between the bars', async () => {
    await phone.app.show({ path: 'pages/tools/index' });
    const system = (await phone.miniProgram.systemInfo()) as Record<string, number>;
    expect(system).toMatchObject({
      screenWidth: 375,
      screenHeight: 812,
      pixelRatio: 2,
      windowHeight: 812 - 88 - 84,
    });
    const page = await phone.element('page');
    expect(parseFloat(await page.style('min-height'))).toBe(812 - 88 - 84);
  });
});
