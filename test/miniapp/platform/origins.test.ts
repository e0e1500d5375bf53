import { apiOrigin, posterOrigins } from '../../../miniapp/src/platform/origins';
import { freshApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';

function launchWith(mode: 'demo' | 'production', api: string): void {
  freshApp('weapp');
  process.env.TARO_APP_MODE = mode;
  phone.launchOptions = { query: { api } };
}

afterEach(() => delete process.env.TARO_APP_MODE);

describe('where the API is', () => {
  test('as built', () => {
    freshApp();
    expect(apiOrigin()).toBe('http://api.example');
    expect(posterOrigins()).toEqual(['https://code.example', 'http://api.example']);
  });

  test('a demo build can be pointed elsewhere when it is launched', () => {
    launchWith('demo', 'http://127.0.0.1:45123');
    expect(apiOrigin()).toBe('http://127.0.0.1:45123');
  });

  test('a production build cannot', () => {
    launchWith('production', 'http://127.0.0.1:45123');
    expect(apiOrigin()).toBe('http://api.example');
    expect(posterOrigins()).not.toContain('http://127.0.0.1:45123');
  });

  test.each(['javascript:alert(1)', 'https://x.example/path', 'https://a@x.example', 'x.example'])(
    'nor does a demo build follow %s',
    (api) => {
      launchWith('demo', api);
      expect(apiOrigin()).toBe('http://api.example');
    },
  );

  test('on H5 the page’s own origin counts as well', () => {
    freshApp('h5');
    expect(posterOrigins()).toContain(window.location.origin);
  });
});
