import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('pages on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform);
  }, startTime);

  afterAll(() => phone?.app.close());

  beforeEach(() => phone.app.show({ path: 'pages/home/index' }));

  test('a tap changes what is shown', async () => {
    await phone.tap('.add');
    await phone.waitForText('.count', 'count 1');
  });

  test('a page opens with its query, and the way back shows the one before', async () => {
    await phone.tap('.forms');
    await phone.waitForPath('pages/forms/index');
    expect((await phone.page()).query).toEqual({ from: 'home' });

    await phone.app.page?.click('.bench-page:not([hidden]) .bench-back');
    await phone.waitForPath('pages/home/index');
    await phone.waitForText('.shown', 'shown 2');
  });

  test('a page of a subpackage brings its own code and styles', async () => {
    await phone.tap('.list');
    await phone.waitForPath('packages/extra/list/index');
    await phone.waitForText('.rows', 'rows 40');
    expect(await (await phone.element('.row')).style('height')).toBe('60px');
  });
});
