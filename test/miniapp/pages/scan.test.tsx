import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import ScanPage from '../../../miniapp/src/pages/scan/index';
import { freshApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { posterToken } from '../../support/taro/samples';

describe('scanning inside the app', () => {
  test.each(['weapp', 'alipay'] as const)(
    'on %s the platform’s scanner opens the place',
    async (platform) => {
      freshApp(platform);
      phone.scanned = `https://code.example/p/${posterToken}`;
      render(<ScanPage />);
      fireEvent.click(screen.getByText('打开扫一扫'));
      await waitFor(() => expect(phone.moves).toEqual([`open /pages/place/index?poster=${posterToken}`]));
    },
  );

  test('a tap on the tab opens the scanner at once', async () => {
    freshApp();
    phone.scanned = posterToken;
    render(<ScanPage />);
    await phone.tell('tabTap');
    await waitFor(() => expect(phone.moves).toHaveLength(1));
  });

  test('what is no poster is named, and its link is not followed', async () => {
    freshApp();
    phone.scanned = 'https://evil.example/p/x';
    render(<ScanPage />);
    fireEvent.click(screen.getByText('打开扫一扫'));
    await screen.findByText('这不是本平台的张贴码，其中的链接未被打开');
    expect(phone.moves).toEqual([]);
  });

  test('the code below the picture can be typed, however it is written', async () => {
    freshApp();
    render(<ScanPage />);
    const code = '000000000';
    const input = screen.getByLabelText('扫不出来？输入张贴码编号');
    fireEvent.input(input, { target: { value: '000-OOO 00o' } });
    fireEvent.click(screen.getByText('查看场所'));
    await waitFor(() => expect(phone.moves).toEqual([`open /pages/place/index?poster=${code}`]));
  });

  test('a slip of the finger in a typed code is told before anything is asked', async () => {
    freshApp();
    render(<ScanPage />);
    fireEvent.input(screen.getByLabelText('扫不出来？输入张贴码编号'), { target: { value: '000-000-001' } });
    fireEvent.click(screen.getByText('查看场所'));
    await screen.findByRole('alert');
    expect(phone.moves).toEqual([]);
  });

  test('coming back without a code is no error', async () => {
    freshApp();
    render(<ScanPage />);
    fireEvent.click(screen.getByText('打开扫一扫'));
    await phone.tell('didShow');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('the place of before can be opened again', async () => {
    freshApp();
    phone.storage.set('anxing.lastPlace', JSON.stringify({ name: '示例市图书馆', poster: posterToken }));
    render(<ScanPage />);
    screen.getByText('上次扫码：示例市图书馆');
    fireEvent.click(screen.getByText('再次打开'));
    expect(phone.moves).toEqual([`open /pages/place/index?poster=${posterToken}`]);
  });
});
