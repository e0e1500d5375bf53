import type { Me } from '@anxing/contract/me';

import { forgetMe, loadMe } from '../../../miniapp/src/lib/account';
import { forgetCheckIns } from '../../../miniapp/src/lib/checkInQueue';
import { syncClock } from '../../../miniapp/src/lib/clock';
import { loadConfig } from '../../../miniapp/src/lib/config';
import { giveConsent } from '../../../miniapp/src/lib/consent';
import { noteEntrance, takeArrival } from '../../../miniapp/src/lib/entrance';
import { forgetLatestTest } from '../../../miniapp/src/lib/latestTest';
import { online } from '../../../miniapp/src/lib/network';
import { forgetPass } from '../../../miniapp/src/lib/outagePass';
import { setElderMode } from '../../../miniapp/src/lib/preferences';
import { forgetSession, signIn } from '../../../miniapp/src/lib/session';
import { phone } from './phone';
import { sampleConfig, sampleMe } from './samples';
import { TestServer } from './server';

type Platform = 'weapp' | 'alipay' | 'h5';

/** An app that was just installed on an empty phone, and a server that knows nothing yet but the configuration. */
export function freshApp(platform: Platform = 'weapp'): TestServer {
  process.env.TARO_ENV = platform;
  process.env.TARO_APP_API = 'http://api.example';
  process.env.TARO_APP_ORIGIN = 'https://code.example';
  phone.reset();
  forgetSession();
  forgetMe();
  forgetCheckIns();
  forgetLatestTest();
  forgetPass();
  setElderMode(false);
  takeArrival();
  noteEntrance({ query: {} });
  online.set(true);
  syncClock(Date.now());
  phone.storage.clear();

  return new TestServer().on('GET config', () => ({ body: sampleConfig(Date.now()) }));
}

/** The same app after the steps: consents given, signed in, with what the server knows of the person. */
export async function signedInApp(
  parts: Partial<Me> = {},
  platform: Platform = 'weapp',
): Promise<TestServer> {
  const server = freshApp(platform)
    .on('POST sessions', {
      body: {
        accessToken: 'access-1',
        refreshToken: 'refresh-1',
        expiresIn: 600,
        mustChangePassword: false,
        kind: 'resident',
      },
    })
    .on('GET me', { body: sampleMe(parts) });
  const { consentVersion } = await loadConfig();
  giveConsent(consentVersion);
  await signIn({ grant: 'wechat', code: 'login-code' });
  await loadMe();
  server.calls.length = 0;
  server.bodies.length = 0;

  return server;
}
