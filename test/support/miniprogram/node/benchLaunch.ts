import automator from 'miniprogram-automator';

import { appStorage, asksPrivacy } from '../appFunctions';
import type { LaunchedMiniProgram } from '../launch';
import type { Platform } from '../types';
import { Phone, type PhoneOptions } from './phone';

/** Opens an app on the bench's phone, with all the remote control that there is. */
export async function launchOnBench(options: PhoneOptions, platform: Platform): Promise<LaunchedMiniProgram> {
  const phone = new Phone(options);
  await phone.switchOn();
  const miniProgram = await automator.connect({ wsEndpoint: phone.endpoint });
  const { page } = phone;

  return {
    miniProgram,
    page,
    show: (enter = {}) => page.evaluate((given) => window.phone.show(given), enter),
    restart: (launch = {}) => phone.restart(launch),
    setOffline: (isOffline) => phone.setOffline(isOffline),
    setCodes: (codes) => phone.setCodes(codes),
    asksPrivacy: async () => platform === 'weapp' && (await asksPrivacy(miniProgram)),
    pressPhoneButton: (button) => button.tap(),
    emit: (event, payload = {}) =>
      page.evaluate(([name, given]) => window.phone.emit(name, given), [event, payload] as const),
    device: () => page.evaluate(() => window.phone.device()),
    calls: (name) => page.evaluate((given) => window.phone.calls(given), name),
    ...appStorage(miniProgram, platform),
    screenshot: () => page.screenshot(),
    errors: () => [...phone.errors],
    close: async () => {
      miniProgram.disconnect();
      await phone.switchOff();
    },
  };
}
