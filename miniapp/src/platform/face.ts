import type { FaceTicket } from '@anxing/contract/me';

import { callNative, native } from './native';

/** `done`: the result can be asked for. `away`: the browser left for another page, and comes back to this one. */
export type FaceOutcome = 'done' | 'cancelled' | 'away';

function faceOnWeb(ticket: FaceTicket): FaceOutcome {
  if (!ticket.url?.startsWith('https://')) {
    return 'cancelled';
  }
  window.location.assign(ticket.url);

  return 'away';
}

/** Lets the platform look at the person's face; the server asks the provider for the result by the same ticket. */
export async function checkFace(ticket: FaceTicket): Promise<FaceOutcome> {
  if (process.env.TARO_ENV === 'weapp') {
    const answer = await callNative(native().startFacialRecognitionVerify, {
      verifyId: ticket.ticket,
      checkAliveType: 2,
    });

    return answer ? 'done' : 'cancelled';
  }
  if (process.env.TARO_ENV === 'alipay') {
    const answer = await callNative<{ resultStatus: string }>(native().startAPVerify, {
      certifyId: ticket.ticket,
      url: ticket.url,
    });

    return answer?.resultStatus === '9000' ? 'done' : 'cancelled';
  }

  return faceOnWeb(ticket);
}
