import { createDecipheriv, type KeyObject } from 'node:crypto';

import { z } from 'zod';

import { isPhone } from '@anxing/contract/phone';

import { jsonOf } from '../callOutside';
import type { AlipayPhone, AlipayRefusal } from './alipay';
import { rsa2Verify } from './rsa2';

const sealedSchema = z.object({ response: z.string().min(1), sign: z.string().min(1) });
const openSchema = z.object({ code: z.string(), mobile: z.string().optional() });

const refused: AlipayRefusal = { ok: false, reason: 'refused' };

/**
 * Verifies, then decrypts what `my.getPhoneNumber` gave to the client (opendocs.alipay.com: 获取会员手机号,
 * 敏感信息加解密): AES-128-CBC with a zero IV. Alipay signs the encrypted text within its quotation marks.
 */
export function openPhoneAnswer(text: string, aesKey: Buffer, alipayPublicKey: KeyObject): AlipayPhone {
  const sealed = sealedSchema.safeParse(jsonOf(text));

  if (!sealed.success) {
    return refused;
  }

  const { response, sign } = sealed.data;
  const isEncrypted = !response.startsWith('{');

  if (!rsa2Verify(isEncrypted ? `"${response}"` : response, sign, alipayPublicKey)) {
    return refused;
  }

  return phoneOf(isEncrypted ? decrypt(response, aesKey) : response);
}

function phoneOf(text: string | undefined): AlipayPhone {
  const answer = openSchema.safeParse(text === undefined ? undefined : jsonOf(text));

  if (!answer.success) {
    return refused;
  }

  if (answer.data.code !== '10000') {
    return { ok: false, reason: answer.data.code === '20000' ? 'busy' : 'refused' };
  }

  const { mobile = '' } = answer.data;

  return isPhone(mobile) ? { ok: true, phone: mobile } : { ok: false, reason: 'unsupported' };
}

function decrypt(base64: string, key: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, Buffer.alloc(16));

    return Buffer.concat([decipher.update(base64, 'base64'), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
