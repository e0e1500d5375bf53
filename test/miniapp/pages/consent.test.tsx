import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import ConsentPage from '../../../miniapp/src/pages/consent/index';
import { freshApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';

const privacy = '我已阅读并同意《隐私政策》';
const sensitive = '我单独同意处理上述敏感个人信息';

describe('the consent', () => {
  test('is two consents, and neither is given for the person', async () => {
    freshApp();
    render(<ConsentPage />);
    fireEvent.click(await screen.findByText('同意并继续'));
    fireEvent.click(screen.getByText(privacy));
    fireEvent.click(screen.getByText('同意并继续'));
    expect(screen.getByText('请先阅读并勾选两项同意')).toBeTruthy();
    expect(phone.storage.has('anxing.consent')).toBe(false);
  });

  test('is remembered with its version and leads on to signing in', async () => {
    freshApp();
    render(<ConsentPage />);
    fireEvent.click(await screen.findByText(privacy));
    fireEvent.click(screen.getByText(sensitive));
    fireEvent.click(screen.getByText('同意并继续'));
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/signIn/index']));
    expect(phone.storage.get('anxing.consent')).toBe('"2026-11"');
  });

  test('can be refused, which is explained', async () => {
    freshApp();
    render(<ConsentPage />);
    fireEvent.click(await screen.findByText('暂不同意'));
    expect(screen.getByRole('alert').textContent).toContain('不会收集您的任何信息');
  });
});
