import { now, syncClock } from '../../../miniapp/src/lib/clock';
import { loadConfig } from '../../../miniapp/src/lib/config';
import { request } from '../../../miniapp/src/lib/request';
import { freshApp } from '../../support/taro/freshApp';
import { sampleConfig } from '../../support/taro/samples';

const hour = 3_600_000;

describe('the time', () => {
  test('is the server’s, however wrong the phone is', () => {
    syncClock(Date.now() - 5 * hour);
    expect(Math.abs(now() - (Date.now() - 5 * hour))).toBeLessThan(50);
  });

  test('comes with every answer that tells it', async () => {
    const server = freshApp();
    server.on('GET clock', { body: sampleConfig(Date.now() + hour) });
    await request('GET', 'clock');
    expect(Math.abs(now() - Date.now() - hour)).toBeLessThan(50);
  });

  test('comes with a refusal as well', async () => {
    const server = freshApp();
    server.on('GET clock', {
      status: 422,
      body: {
        error: {
          code: 'id_out_of_time',
          message: '',
          messageEn: '',
          requestId: '',
          serverTime: Date.now() - hour,
        },
      },
    });
    await request('GET', 'clock').catch(() => undefined);
    expect(Math.abs(now() - Date.now() + hour)).toBeLessThan(50);
  });

  test('stays as it was when an answer tells none', async () => {
    freshApp();
    syncClock(Date.now() + hour);
    syncClock(undefined);
    expect(Math.abs(now() - Date.now() - hour)).toBeLessThan(50);
    await loadConfig();
  });
});
