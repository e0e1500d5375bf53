import { callNative, native } from './native';

function fromMath(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));
}

async function fromWechat(length: number): Promise<Uint8Array> {
  const answer = await callNative<{ randomValues: ArrayBuffer }>(native().getRandomValues, { length });

  return answer ? new Uint8Array(answer.randomValues) : fromMath(length);
}

/**
 * Random bytes of the best quality the platform has. Alipay offers none to programs: there `Math.random` must do,
 * which is enough for a name that only has to be unique, and nothing else is made of it.
 */
export async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'weapp') {
    return fromWechat(length);
  }
  if (process.env.TARO_ENV === 'h5') {
    return window.crypto.getRandomValues(new Uint8Array(length));
  }

  return fromMath(length);
}
