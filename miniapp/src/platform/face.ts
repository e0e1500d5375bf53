import type { FaceTicket } from '@anxing/contract/me';

import { callNative, native } from './native';

/**
 * `done`: the result can be asked for. `away`: the browser left for the provider's page, and comes back to this one.
 * `inside`: the provider's page is to be opened inside the app.
 */
export type FaceOutcome = 'done' | 'cancelled' | 'away' | 'inside';

function isPage(url: string | null): url is string {
  return url !== null && url.startsWith('https://');
}

/** `wx.startVerify` comes with Tencent Cloud's SDK for mini-programs, which each operator adds under contract. */
async function checkOnWechat(ticket: string): Promise<FaceOutcome> {
  const answer = await callNative(native().startVerify, { data: { token: ticket } });

  return answer ? 'done' : 'cancelled';
}

/** Lets the provider look at the person's face; the server asks for the result by the same ticket. */
export async function checkFace({ ticket, url }: FaceTicket): Promise<FaceOutcome> {
  if (process.env.TARO_ENV === 'weapp') {
    return checkOnWechat(ticket);
  }
  if (!isPage(url)) {
    return 'cancelled';
  }
  if (process.env.TARO_ENV === 'h5') {
    window.location.assign(url);

    return 'away';
  }

  return 'inside';
}
