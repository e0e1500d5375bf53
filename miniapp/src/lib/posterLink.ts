import { normaliseShortCode } from '@anxing/contract/shortCode';

/** Why a scanned text is not a poster of ours. */
export type PosterRefusal = 'foreign' | 'payment' | 'personalCode' | 'notPoster';

export type PosterReading = { token: string } | { refusal: PosterRefusal };

/** Version and key id, point, serial and check in base64url: design of the poster code. */
const token = /^[A-Za-z0-9_-]{31}$/;

const payment =
  /^(wxp:|weixin:|alipays?:|https?:\/\/(qr\.alipay\.com|wx\.tenpay\.com|qr\.95516\.com)\/)|^(10|11|12|13|14|15)\d{16}$|^(2[5-9]|30)\d{14,22}$/i;

/** Phones and servers of a demonstration call the same machine by different names. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;

function hostOf(origin: string): string {
  return origin
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
    .replace(loopback, 'localhost');
}

function readLink(text: string, origins: readonly string[]): PosterReading {
  const [, host, path = ''] = /^https?:\/\/([^/?#@\\\s]+)(?=[/?#]|$)(.*)$/i.exec(text) ?? [];
  if (host === undefined || !origins.map(hostOf).includes(hostOf(host))) {
    return { refusal: 'foreign' };
  }
  const candidate = /^\/p\/([^/]+)$/.exec(path)?.[1] ?? '';

  return token.test(candidate) ? { token: candidate } : { refusal: 'notPoster' };
}

/**
 * Turns what any scanner read into the token of a poster. A link is taken apart, never followed: only the API says
 * whether a token is real.
 * @param text a link `https://<host>/p/<token>`, the token alone, or the short code printed below it as somebody types it
 * @param origins the origins whose links are ours
 */
export function readPoster(text: string, origins: readonly string[]): PosterReading {
  const trimmed = text.trim();
  if (token.test(trimmed)) {
    return { token: trimmed };
  }
  if (payment.test(trimmed)) {
    return { refusal: 'payment' };
  }
  if (/^AX1:/.test(trimmed)) {
    return { refusal: 'personalCode' };
  }
  if (/^https?:\/\//i.test(trimmed)) {
    return readLink(trimmed, origins);
  }
  const typed = normaliseShortCode(trimmed);

  return typed === undefined ? { refusal: 'notPoster' } : { token: typed };
}
