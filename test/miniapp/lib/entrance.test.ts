import { arrival, noteEntrance, takeArrival } from '../../../miniapp/src/lib/entrance';
import { freshApp } from '../../support/taro/freshApp';
import { posterToken } from '../../support/taro/samples';

const link = `https://code.example/p/${posterToken}`;
const otherLink = `https://code.example/p/${posterToken.replace('A', 'B')}`;
const wechat = (text: string, scannedAt?: string) => ({
  query: { q: encodeURIComponent(text), ...(scannedAt ? { scancode_time: scannedAt } : {}) },
});

describe('a poster that opens the app', () => {
  test('WeChat hands the link over encoded once', () => {
    freshApp('weapp');
    noteEntrance(wechat(link));
    expect(takeArrival()).toEqual({ token: posterToken });
  });

  test('Alipay hands it over plain, as qrCode', () => {
    freshApp('alipay');
    noteEntrance({ query: { qrCode: link } });
    expect(takeArrival()).toEqual({ token: posterToken });
  });

  test('one page takes it, and no other', () => {
    freshApp();
    noteEntrance(wechat(link));
    takeArrival();
    expect(takeArrival()).toBeUndefined();
  });

  test('coming back warm with the same link does not open the place again', () => {
    freshApp();
    noteEntrance(wechat(link));
    takeArrival();
    noteEntrance(wechat(link));
    expect(arrival.get()).toBeUndefined();
  });

  test('launch and show of one cold start count once', () => {
    freshApp('alipay');
    noteEntrance({ query: { qrCode: link } });
    expect(takeArrival()).toBeDefined();
    noteEntrance({ query: { qrCode: link } });
    expect(takeArrival()).toBeUndefined();
  });

  test('another poster opens, and so does the same one scanned at another moment', () => {
    freshApp();
    noteEntrance(wechat(link, '1700000000'));
    takeArrival();
    noteEntrance(wechat(otherLink, '1700000100'));
    expect(takeArrival()).toEqual({ token: posterToken.replace('A', 'B') });
    noteEntrance(wechat(otherLink, '1700000200'));
    expect(takeArrival()).toBeDefined();
  });

  test('the same poster opens again after the app was opened in another way', () => {
    freshApp('alipay');
    noteEntrance({ query: { qrCode: link } });
    takeArrival();
    noteEntrance({ query: {} });
    noteEntrance({ query: { qrCode: link } });
    expect(takeArrival()).toEqual({ token: posterToken });
  });

  test('a link of somebody else arrives as a refusal', () => {
    freshApp();
    noteEntrance(wechat('https://evil.example/p/x'));
    expect(takeArrival()).toEqual({ refusal: 'foreign' });
  });

  test('options of any shape are survived', () => {
    freshApp();
    for (const options of [undefined, null, 'text', {}, { query: null }, { query: { q: '%E0%A4%A' } }]) {
      noteEntrance(options);
    }
    expect(takeArrival()).toEqual({ refusal: 'notPoster' });
  });
});
