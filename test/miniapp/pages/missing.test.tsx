import { fireEvent, render, screen } from '@testing-library/react';

import App from '../../../miniapp/src/app';
import MissingPage from '../../../miniapp/src/pages/missing/index';
import { mendAddress } from '../../../miniapp/src/platform/address';
import { freshApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';

describe('an address that leads to no page', () => {
  test('is replaced by a page that says so', async () => {
    freshApp('h5');
    render(<App />);
    await phone.tell('pageNotFound', { path: '/pages/nowhere', query: {}, isEntryPage: true });
    expect(phone.moves).toEqual(['replace /pages/missing/index']);
  });

  test('has a way home', () => {
    freshApp('h5');
    render(<MissingPage />);
    expect(screen.getByRole('alert').textContent).toContain('没有这个页面');
    fireEvent.click(screen.getByRole('button', { name: '返回健康码' }));
    expect(phone.moves).toEqual(['tab /pages/code/index']);
  });

  test.each([
    ['#/%E0%A4%A', '#/pages/missing/index'],
    ['#/pages/place/index?token=%', '#/pages/missing/index'],
    ['#/pages/nowhere', '#/pages/nowhere'],
    ['#/pages/place/index?name=%E4%B8%9C', '#/pages/place/index?name=%E4%B8%9C'],
    ['', ''],
  ])('the router gets one that it can read: %s', (given, mended) => {
    process.env.TARO_ENV = 'h5';
    window.location.hash = given;
    mendAddress('pages/missing/index');
    expect(window.location.hash).toBe(mended);
  });
});
