import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('functions of the platform on %s', (platform) => {
  let phone: TestPhone;

  const isWeapp = platform === 'weapp';
  const result = async (button: string) => {
    await phone.tap(button);
    await phone.waitFor(async () => !['', '…'].includes(await phone.text('.result')), 'a result');

    return phone.text('.result');
  };

  beforeAll(async () => {
    phone = await TestPhone.open(platform, {
      launch: { path: 'pages/tools/index' },
      codes: { login: 'code-1' },
      hasAgreedToPrivacy: true,
    });
  }, startTime);

  afterAll(() => phone?.app.close());

  test('storage gives back what it was given', async () => {
    expect(JSON.parse(await result('.store'))).toEqual({ async: { n: 1 }, sync: { n: 1 } });
    expect(JSON.parse(await result('.forget'))).toEqual({ sync: '' });
  });

  test('a missing key is a failure on WeChat, and null on Alipay', async () => {
    expect(await result('.missingKey')).toBe(
      isWeapp ? 'failed: getStorage:fail data not found' : '{"data":null}',
    );
  });

  test('a value of 300 kB is too large', async () => {
    expect(await result('.tooLarge')).toMatch(/failed: .*limit/);
  });

  test('a scan is backed out of, until the test gives a code', async () => {
    expect(await result('.scan')).toMatch(isWeapp ? /scanCode:fail cancel/ : /"error":10/);
    const name = isWeapp ? 'scanCode' : 'scan';
    await phone.miniProgram.mockWxMethod(name, isWeapp ? { result: 'https://q/1' } : { code: 'https://q/1' });
    expect(JSON.parse(await result('.scan'))).toMatchObject({ result: 'https://q/1' });
    await phone.miniProgram.restoreWxMethod(name);
    expect(await result('.scan')).toMatch(/^failed/);
  });

  test('a picture that the test chooses is read', async () => {
    expect(await result('.readPicture')).toMatch(isWeapp ? /chooseImage:fail cancel/ : /"error":11/);
    const path = 'data:image/png;base64,iVBORw0KGgo=';
    await phone.miniProgram.mockWxMethod(
      'chooseImage',
      isWeapp ? { tempFilePaths: [path] } : { apFilePaths: [path] },
    );
    expect(await result('.readPicture')).toBe('"iVBORw0KGgo="');
    await phone.miniProgram.restoreWxMethod('chooseImage');
    expect(await result('.readNothing')).toMatch(/^failed: .*no such file/);
  });

  test('a mock may be a function', async () => {
    await phone.miniProgram.mockWxMethod(
      isWeapp ? 'scanCode' : 'scan',
      (options: { hideAlbum?: boolean }) => ({
        result: Object.keys(options).includes('success') ? 'called' : 'not called',
        code: 'called',
      }),
    );
    expect(JSON.parse(await result('.scan'))).toMatchObject({ result: 'called' });
    await phone.miniProgram.restoreWxMethod(isWeapp ? 'scanCode' : 'scan');
  });

  test('sign-in gives the code of the test', async () => {
    expect(JSON.parse(await result('.login'))).toMatchObject({ code: 'code-1' });
    await phone.app.setCodes({ login: 'code-2' });
    expect(JSON.parse(await result('.login'))).toMatchObject({ code: 'code-2' });
    expect((await phone.app.calls(isWeapp ? 'login' : 'getAuthCode')).length).toBe(2);
  });

  test('what the app does to the phone can be looked at', async () => {
    expect(await result('.bright')).toBe('"ok"');
    await result('.copy');
    await result('.call');
    expect(await phone.app.device()).toMatchObject({
      brightness: 1,
      keepsScreenOn: true,
      vibrations: ['short', 'long'],
      clipboard: 'copied',
      calledNumbers: ['12345'],
    });
  });

  test('a canvas is drawn on, and read', async () => {
    expect(JSON.parse(await result('.draw'))).toEqual({ size: [100, 100], pixel: [255, 0, 0, 255] });
  });

  test('an image of the package loads', async () => {
    await phone.waitForText('.pictureSize', '40×20');
  });

  test('the app hears of a screenshot', async () => {
    expect(await result('.captures')).toBe('captured 0');
    await phone.app.emit('UserCaptureScreen');
    expect(await result('.captures')).toBe('captured 1');
  });

  test('the capsule lies in the title bar', async () => {
    expect(JSON.parse(await result('.capsule'))).toEqual({
      width: 87,
      height: 32,
      top: 50,
      bottom: 82,
      left: 281,
      right: 368,
    });
  });

  test('the title changes', async () => {
    await result('.title');
    expect(await phone.app.page?.locator('.bench-page:not([hidden]) .bench-title').innerText()).toBe(
      'changed',
    );
  });

  test('a picture of the screen is a PNG of twice its size', async () => {
    const picture = await phone.app.screenshot();
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([750, 1624]);
  });

  test('nothing went wrong meanwhile', () => {
    expect(phone.app.errors()).toEqual([]);
  });
});
