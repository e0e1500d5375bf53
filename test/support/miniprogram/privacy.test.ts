import { startTime, TestPhone } from './testPhone';

const open = { launch: { path: 'pages/privacy/index' } };

describe('consent on weapp', () => {
  let phone: TestPhone;

  beforeEach(async () => {
    phone = await TestPhone.open('weapp', open);
  }, startTime);

  afterEach(() => phone?.app.close());

  const setting = async () => {
    await phone.tap('.setting');
    await phone.waitFor(async () => (await phone.text('.said')).includes('needAuthorization'), 'the setting');

    return JSON.parse(await phone.text('.said')) as { needAuthorization: boolean };
  };

  test('the app asks before the phone number, and the person agrees once', async () => {
    expect(await setting()).toMatchObject({ needAuthorization: true });
    await phone.tap('.phone');
    await phone.tap('.agree');
    await phone.waitForText('.said', 'bench-phone-code');
    expect(await setting()).toMatchObject({ needAuthorization: false });

    await phone.app.setCodes({ phone: 'another' });
    await phone.app.restart(open.launch);
    await phone.tap('.phone');
    await phone.waitForText('.said', 'another');
  });

  test('a person who refuses gets no further, and is asked again', async () => {
    await phone.tap('.require');
    await phone.tap('.refuse');
    await phone.waitForText(
      '.said',
      'failed: requirePrivacyAuthorize:fail privacy permission is not authorized',
    );
    await phone.tap('.phone');
    await phone.tap('.refuse');
    await phone.waitForText('.said', 'getPhoneNumber:fail privacy permission is not authorized');
  });

  test('an agreement without a tap on the agree button does not count', async () => {
    await phone.tap('.require');
    await phone.tap('.cheat');
    await phone.waitFor(async () => /was not tapped/.test(await phone.text('.said')), 'a failure');
    expect(await setting()).toMatchObject({ needAuthorization: true });
  });

  test('a person who keeps the number back', async () => {
    await phone.app.setCodes({ phone: '' });
    await phone.tap('.phone');
    await phone.tap('.agree');
    await phone.waitForText('.said', 'getPhoneNumber:fail user deny');
  });
});

describe('the phone number on alipay', () => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open('alipay', open);
  }, startTime);

  afterAll(() => phone?.app.close());

  test('comes by a function after the button', async () => {
    await phone.tap('.phone');
    await phone.waitForText('.said', '{"response":"bench-phone-code"}');
  });

  test('stays away when the person refuses', async () => {
    await phone.app.setCodes({ phone: '' });
    await phone.tap('.phone');
    await phone.waitForText('.said', 'refused');
  });
});
