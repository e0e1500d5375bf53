import { fireEvent, render, waitFor } from '@testing-library/react';

import type { PublicConfig } from '@anxing/contract/publicConfig';
import type { ScanAnswer } from '@anxing/contract/scans';

import StaffCheckPage from '../../../miniapp/src/packages/staff/check/index';
import { phone } from './phone';
import type { TestServer } from './server';
import { onDutyApp, sampleScan } from './staffApp';

export function tap(selector: string): void {
  fireEvent.click(document.querySelector(selector) as Element);
}

/** The word of the verdict, while there is one. */
export function verdict(): string | null | undefined {
  return document.querySelector('.door-verdict')?.textContent;
}

/** Scans the next person, and waits for the result. */
export async function scanNext(text: string): Promise<void> {
  phone.scanned = text;
  tap('.next-person');
  await waitFor(() => expect(document.querySelector('.checking')).toBeNull());
  await waitFor(() => expect(verdict()).toBeTruthy());
}

/** The page of results, with a server that answers every check so. */
export async function openResult(
  answer: Partial<ScanAnswer> = {},
  category: Partial<PublicConfig['categories'][number]> = {},
): Promise<TestServer> {
  const server = await onDutyApp(category);
  server.on('POST scans', ({ body }) => ({
    body: sampleScan({ id: (body as { id: string }).id, ...answer }),
  }));
  render(<StaffCheckPage />);

  return server;
}
