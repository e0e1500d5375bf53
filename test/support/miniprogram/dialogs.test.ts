import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('dialogs on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform, { launch: { path: 'pages/tools/index' } });
  }, startTime);

  afterAll(() => phone?.app.close());

  const waitForResult = (wanted: object) =>
    phone.waitFor(async () => {
      expect(JSON.parse(await phone.text('.result'))).toMatchObject(wanted);

      return true;
    }, JSON.stringify(wanted));

  test('a dialog waits for a finger', async () => {
    await phone.tap('.modal');
    const dialog = phone.app.page?.getByRole('alertdialog');
    await dialog?.waitFor();
    expect(await dialog?.innerText()).toMatch(/Sure\?[\s\S]*Really sure\?[\s\S]*No[\s\S]*Yes/);
    expect(await phone.text('.result')).toBe('…');

    await dialog?.getByRole('button', { name: 'Yes' }).click();
    await waitForResult({ confirm: true, cancel: false });
    expect(await dialog?.count()).toBe(0);
  });

  test('a dialog is answered through the protocol', async () => {
    await phone.tap('.modal');
    await phone.miniProgram.native().cancelModal();
    await waitForResult({ confirm: false, cancel: true });
    await expect(phone.miniProgram.native().confirmModal()).rejects.toThrow('No dialog is open');
  });

  test('a dialog with one button', async () => {
    await phone.tap('.alert');
    expect(await phone.app.page?.locator('.bench-modal-cancel').count()).toBe(0);
    await phone.miniProgram.native().confirmModal();
    await waitForResult({ confirm: true });
  });

  test('a dialog that a test answers beforehand', async () => {
    const name = platform === 'weapp' ? 'showModal' : 'confirm';
    await phone.miniProgram.mockWxMethod(name, { confirm: true, cancel: false });
    await phone.tap('.modal');
    await waitForResult({ confirm: true });
    expect(await phone.app.page?.locator('.bench-modal').count()).toBe(0);
    await phone.miniProgram.restoreWxMethod(name);
  });

  test('behind a dialog nothing can be tapped', async () => {
    await phone.tap('.modal');
    await expect(phone.tap('.toast')).rejects.toThrow(/covered/);
    await phone.miniProgram.native().cancelModal();
  });

  test('a choice of actions', async () => {
    await phone.tap('.actions');
    await phone.app.page?.click('.bench-action:has-text("two")');
    await waitForResult(platform === 'weapp' ? { tapIndex: 1 } : { index: 1 });
  });

  test('backing out of actions: a failure on WeChat, an index of -1 on Alipay', async () => {
    await phone.tap('.actions');
    await phone.app.page?.click('.bench-action-cancel');
    if (platform === 'weapp') {
      await phone.waitForText('.result', 'failed: showActionSheet:fail cancel');
    } else {
      await waitForResult({ index: -1 });
    }
  });

  test('a toast comes and goes', async () => {
    await phone.tap('.toast');
    const toast = phone.app.page?.locator('.bench-toast');
    expect(await toast?.innerText()).toBe('Done');
    await toast?.waitFor({ state: 'detached' });
  });

  test('a loading notice stays until it is hidden', async () => {
    await phone.tap('.loading');
    const toast = phone.app.page?.locator('.bench-toast');
    expect(await toast?.innerText()).toBe('Wait');
    await phone.tap('.loaded');
    await toast?.waitFor({ state: 'detached' });
  });

  test('nothing went wrong meanwhile', () => {
    expect(phone.app.errors()).toEqual([]);
  });
});
