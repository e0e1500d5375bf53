import { miniappSettings } from '../../../scripts/lib/miniappSettings.mjs';

const origin = 'https://code.example.cn';

describe('miniappSettings', () => {
  it('builds a demo that calls its own server unless told otherwise', () => {
    expect(miniappSettings('h5', {})).toEqual({ TARO_APP_MODE: 'demo' });
  });

  it('never builds a demo for a production server', () => {
    expect(miniappSettings('h5', { ANXING_MODE: 'production' }).TARO_APP_MODE).toBe('production');
  });

  it('points mini-programs at the public origin, and H5 at the page’s own', () => {
    const environment = { ANXING_ORIGIN: origin, ANXING_POSTER_ORIGINS: 'https://old.example.cn' };

    expect(miniappSettings('weapp', environment)).toEqual({
      TARO_APP_MODE: 'demo',
      TARO_APP_API: origin,
      TARO_APP_ORIGIN: `${origin},https://old.example.cn`,
    });
    expect(miniappSettings('h5', environment)).not.toHaveProperty('TARO_APP_API');
  });

  it('leaves the last word to TARO_APP_ variables', () => {
    const environment = { ANXING_ORIGIN: origin, TARO_APP_API: 'https://api.example.cn' };

    expect(miniappSettings('alipay', environment).TARO_APP_API).toBe('https://api.example.cn');
  });
});
