import { choose, openAdmin, press } from './openAdmin';

import { checkDigit } from '@anxing/contract/number12';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';

import { FakeApi } from './fake/fakeApi';

/** The 12 digits that begin so. */
export const numberOf = (digits: string) => `${digits}${checkDigit(digits)}`;

/** As a gun: every key goes to whatever has the focus. */
export function shoot(text: string, end = 'Enter'): void {
  act(() => {
    for (const key of [...text, end]) {
      const target = document.activeElement ?? document.body;
      fireEvent.keyDown(target, { key, code: '' });
      fireEvent.keyUp(target, { key, code: '' });
    }
  });
}

export function key(name: string): void {
  shoot('', name);
}

/** Signs somebody in, who begins at the first point. */
export async function openKiosk(api = new FakeApi(), as: 'owner' | 'guard' = 'owner'): Promise<FakeApi> {
  const before = api.countOf('GET door/revocations');
  openAdmin('/kiosk', { as, api });
  await screen.findByLabelText('服务点');
  await choose('服务点', '政务服务中心（示例路 1 号）');
  press('上岗并开始查验');
  await screen.findByText('请扫健康码');
  await waitFor(() => expect(api.countOf('GET door/revocations')).toBeGreaterThan(before));

  return api;
}
