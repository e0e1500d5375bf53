import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('pages on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform);
  }, startTime);

  afterAll(() => phone?.app.close());

  beforeEach(() => phone.app.show({ path: 'pages/home/index' }));

  const goBack = () => phone.app.page?.click('.bench-page:not([hidden]) .bench-back');
  const pathsInStack = async () => (await phone.miniProgram.pageStack()).map(({ path }) => path);

  test('a tap changes what is shown', async () => {
    await phone.tap('.add');
    await phone.waitForText('.count', 'count 1');
  });

  test('a long press is heard, and is not a tap as well', async () => {
    await (await phone.element('.held')).longpress();
    await phone.waitForText('.count', 'count 10');
  });

  test('a page opens with its query, and the way back shows the one before', async () => {
    await phone.tap('.forms');
    await phone.waitForPath('pages/forms/index');
    expect((await phone.page()).query).toEqual({ from: 'home' });
    expect(await phone.text('.from')).toBe('from home');
    expect(await pathsInStack()).toEqual(['pages/home/index', 'pages/forms/index']);

    await goBack();
    await phone.waitForPath('pages/home/index');
    await phone.waitForText('.shown', 'shown 2');
  });

  test('a page of a subpackage brings its own code and styles', async () => {
    await phone.tap('.list');
    await phone.waitForPath('packages/extra/list/index');
    await phone.waitForText('.rows', 'rows 40');
    expect(await (await phone.element('.row')).style('height')).toBe('60px');
  });

  test('a page may nest deeply', async () => {
    await phone.miniProgram.callWxMethod('navigateTo', { url: '/packages/extra/about/index' });
    await phone.waitForText('.row', 'about');
    await phone.tap('.level-1 .leaf');
    await phone.waitForText('.level-24 .taps', 'taps 1');
  });

  test('the style sheet of one page does not touch another', async () => {
    expect(await (await phone.element('.count')).style('color')).toBe('rgb(255, 0, 0)');
    await phone.tap('.forms');
    await phone.waitForPath('pages/forms/index');
    await phone.app.page?.evaluate(() => {
      document.querySelector('.bench-page:not([hidden]) wx-text')?.classList.add('count');
    });
    expect(await (await phone.element('.count')).style('color')).toBe('rgb(0, 0, 0)');
  });

  test('the bar of tabs switches, and keeps one page for each', async () => {
    await phone.tap('.add');
    await phone.waitForText('.count', 'count 1');
    await phone.tap('.switchTab');
    await phone.waitForPath('pages/tools/index');
    expect(await pathsInStack()).toEqual(['pages/tools/index']);

    await phone.app.page?.click('.bench-tab[data-path="pages/home/index"]');
    await phone.waitForPath('pages/home/index');
    expect(await phone.text('.count')).toBe('count 1');
  });

  test('the bar of tabs is seen on tab pages only', async () => {
    const bar = phone.app.page?.locator('.bench-tab-bar');
    expect(await bar?.isVisible()).toBe(true);
    await phone.tap('.forms');
    await phone.waitForPath('pages/forms/index');
    expect(await bar?.isVisible()).toBe(false);
  });

  test.each([
    ['.missing', /pages\/nowhere\/index.* is not found/],
    ['.tab', /can not navigateTo a tabbar page/],
    ['.notTab', /can not switch to no-tabBar page/],
  ])('%s fails, and the page stays', async (button, failure) => {
    await phone.tap(button);
    await phone.waitFor(async () => failure.test(await phone.text('.said')), String(failure));
    expect(await phone.path()).toBe('pages/home/index');
  });

  test('there is no way back from the first page', async () => {
    await expect(phone.miniProgram.callWxMethod('navigateBack', {})).rejects.toThrow(/first page/);
  });

  test('eleven pages are one too many', async () => {
    const next = () => phone.miniProgram.callWxMethod('navigateTo', { url: '/pages/forms/index' });
    for (let depth = 2; depth <= 10; depth += 1) {
      await next();
    }
    await expect(next()).rejects.toThrow(/limit/);
    await phone.miniProgram.callWxMethod('navigateBack', { delta: 9 });
    expect(await pathsInStack()).toEqual(['pages/home/index']);
  });

  test('redirectTo takes the place of the page', async () => {
    await phone.miniProgram.callWxMethod('navigateTo', { url: '/pages/forms/index' });
    await phone.miniProgram.callWxMethod('redirectTo', { url: '../privacy/index?x=%E4%B8%AD' });
    expect(await pathsInStack()).toEqual(['pages/home/index', 'pages/privacy/index']);
    expect((await phone.page()).query).toEqual({ x: '%E4%B8%AD' });
  });
});
