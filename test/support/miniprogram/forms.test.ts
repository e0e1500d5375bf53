import { InputElement } from 'miniprogram-automator/out/Element';

import { platforms, startTime, TestPhone } from './testPhone';

describe.each(platforms)('forms on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform, {
      launch: { path: 'pages/forms/index', query: { from: 'test' } },
    });
  }, startTime);

  afterAll(() => phone?.app.close());

  const type = async (selector: string, text: string) => {
    const element = await phone.element(selector);
    expect(element).toBeInstanceOf(InputElement);
    await (element as InputElement).input(text);
  };

  test('an input tells what is typed, and shows what the app makes of it', async () => {
    await type('.word', 'ab');
    await phone.waitForText('.echo', 'AB');
    expect(await (await phone.element('.word')).value()).toBe('AB');
    await phone.tap('.clear');
    await phone.waitForText('.echo', '');
    expect(await (await phone.element('.word')).value()).toBe('');
  });

  test('an input takes no more than fits', async () => {
    await type('.word', 'abcdefgh');
    await phone.waitForText('.echo', 'ABCDE');
  });

  test('a real keyboard reaches an input too', async () => {
    await phone.tap('.clear');
    await phone.tap('.word');
    await phone.waitForText('.heard', 'focus');
    await phone.app.page?.keyboard.type('xy');
    await phone.waitForText('.echo', 'XY');
    await phone.app.page?.keyboard.press('Enter');
    await phone.waitForText('.heard', 'confirm XY');
  });

  test('a textarea tells what is typed', async () => {
    const element = await phone.element('.long');
    await element.trigger('input', { value: 'two\nlines' });
    await phone.waitForText('.heard', 'two\nlines');
  });

  test('a disabled button does nothing', async () => {
    await phone.tap('.disabled');
    expect(await phone.text('.heard')).not.toBe('disabled button');
  });

  test('a form sends its named values', async () => {
    await type('.name', '李明');
    await phone.tap('.submit');
    await phone.waitForText('.sent', '{"name":"李明"}');
  });

  test('a switch turns on and off', async () => {
    await phone.tap('.switch');
    await phone.waitForText('.isOn', 'on');
    expect(await (await phone.element('.switch')).property('checked')).toBe(true);
    await phone.tap('.switch');
    await phone.waitForText('.isOn', 'off');
  });

  test('boxes gather in their group, by their labels too', async () => {
    await phone.tap('.many-pear');
    await phone.waitForText('.many', 'pear');
    await phone.tap('.many-apple checkbox');
    await phone.waitForText('.many', 'apple+pear');
    await phone.tap('.many-pear text');
    await phone.waitForText('.many', 'apple');
  });

  test('of a group of radios one is chosen', async () => {
    await phone.tap('.one-pear');
    await phone.waitForText('.one', 'pear');
    await phone.tap('.one-plum');
    await phone.waitForText('.one', 'plum');
    expect(await (await phone.element('.one-pear')).property('checked')).toBe(false);
  });

  test('a picker opens a sheet to choose from', async () => {
    await phone.tap('.colour');
    await phone.app.page?.click('.bench-entry:has-text("red")');
    await phone.app.page?.click('.bench-sheet-confirm');
    await phone.waitForText('.colourShown', 'red');
  });

  test('a picker changed the way DevTools does it', async () => {
    await (await phone.element('.colour')).trigger('change', { value: 1 });
    await phone.waitForText('.colourShown', 'amber');
  });

  test('a cancelled picker changes nothing', async () => {
    const before = await phone.text('.colourShown');
    await phone.tap('.colour');
    await phone.app.page?.click('.bench-entry:has-text("green")');
    await phone.app.page?.click('.bench-sheet-cancel');
    expect(await phone.text('.colourShown')).toBe(before);
  });

  test('a swiper and a slider move', async () => {
    const swiper = (await phone.element('.swiper')) as unknown as { swipeTo(index: number): Promise<void> };
    await swiper.swipeTo(2);
    await phone.waitForText('.slideShown', 'slide 2');
    const slider = (await phone.element('.slider')) as unknown as { slideTo(value: number): Promise<void> };
    await slider.slideTo(70);
    await phone.waitForText('.levelShown', 'level 70');
  });

  test('days and regions: WeChat has them, Alipay does not and says so', async () => {
    const before = phone.app.errors();
    await phone.tap('.day');
    if (platform === 'alipay') {
      await phone.waitFor(async () => phone.app.errors().length > before.length, 'an error');
      expect(phone.app.errors().at(-1)).toMatch(/<picker> has no mode 'date'/);

      return;
    }
    await phone.app.page?.fill('.bench-calendar', '2026-02-03');
    await phone.app.page?.click('.bench-sheet-confirm');
    await phone.waitForText('.dayShown', '2026-02-03');
    await phone.tap('.region');
    await phone.app.page?.click('.bench-sheet-confirm');
    await phone.waitForText('.regionShown', '北京市/北京市/东城区');
    expect(phone.app.errors()).toEqual([]);
  });
});
