import { sign, verify, type KeyObject } from 'node:crypto';

/** Alipay's RSA2: RSASSA-PKCS1-v1_5 with SHA-256, base64. */
export function rsa2Sign(content: string, privateKey: KeyObject): string {
  return sign('RSA-SHA256', Buffer.from(content, 'utf8'), privateKey).toString('base64');
}

export function rsa2Verify(content: string, signature: string, publicKey: KeyObject): boolean {
  return verify('RSA-SHA256', Buffer.from(content, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
}

/** What is signed of a request: every parameter but `sign`, by name in byte order, not URL-encoded. */
export function signedContent(params: Readonly<Record<string, string>>): string {
  return Object.keys(params)
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&');
}
