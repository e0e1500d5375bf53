import automator from 'miniprogram-automator';

import type { LaunchedMiniProgram } from '../launch';

function only(what: string): never {
  throw new Error(`${what} is only on the bench: WeChat DevTools has no such remote control`);
}

/** The same mini-program in the real WeChat DevTools. What DevTools cannot be told from outside throws. */
export async function launchDevTools(cliPath: string, projectPath: string): Promise<LaunchedMiniProgram> {
  const miniProgram = await automator.launch({ cliPath, projectPath });
  const errors: string[] = [];
  miniProgram.on('exception', (event: { exception?: { message?: string } }) => {
    errors.push(event.exception?.message ?? JSON.stringify(event));
  });

  return {
    miniProgram,
    page: undefined,
    show: () => only('show'),
    restart: () => only('restart'),
    setOffline: () => only('setOffline'),
    setCodes: () => only('setCodes'),
    emit: () => only('emit'),
    device: () => only('device'),
    calls: () => only('calls'),
    setStorage: (key, value) => miniProgram.callWxMethod('setStorageSync', key, value) as Promise<void>,
    getStorage: (key) => miniProgram.callWxMethod('getStorageSync', key) as Promise<unknown>,
    screenshot: async () => Buffer.from(String(await miniProgram.screenshot()), 'base64'),
    errors: () => [...errors],
    close: () => miniProgram.close(),
  };
}
