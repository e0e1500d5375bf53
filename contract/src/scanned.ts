import { isNumber12 } from './number12';
import { normaliseShortCode } from './shortCode';

/** What a camera, a scan gun or a keyboard hands over at a door. */
export type ScannedKind =
  /** The own code of a person: good for a minute. */
  | 'code'
  /** The own code of somebody whose phone has no network. */
  | 'pass'
  /** A printed card of somebody without a phone. */
  | 'card'
  /** The 12 digits above a code. */
  | 'number'
  /** As many digits, but misread or mistyped: the check digit is wrong. */
  | 'numberMistyped'
  /** The ticket of a resident ID card that was read and confirmed. */
  | 'idCard'
  /** The number of a resident ID card. */
  | 'idNumber'
  | 'poster'
  | 'payment'
  | 'link'
  /** Another province's or the national platform's code, or something else altogether: the server may know. */
  | 'other';

export interface Scanned {
  kind: ScannedKind;
  /** What is sent: trimmed, in half-width characters, digits without spaces. */
  text: string;
}

export const codePrefixes = { code: 'AX1:', pass: 'AX2:', card: 'AX3:' } as const;

/** Before the ticket of an identity card that was read and confirmed, as the `object` of a check. */
export const idCardPrefix = 'AXI:';

const knownPrefixes = { ...codePrefixes, idCard: idCardPrefix } as const;
const prefixes = Object.entries(knownPrefixes) as [keyof typeof knownPrefixes, string][];

const posterLink = /^https?(:\/\/|%3A%2F%2F)[^/]+?(\/|%2F)p(\/|%2F)[\w-]{31}$/i;
const posterToken = /^[\w-]{31}$/;

/**
 * Codes with which somebody pays: WeChat's have 18 digits from 10 to 15, Alipay's 16 to 24 from 25 to 30, by the
 * documents of both for merchants (付款码规则); and the links of codes that receive money.
 */
const paymentDigits = /^(1[0-5]\d{16}|(2[5-9]|30)\d{14,22})$/;
const paymentLink =
  /^(wxp:\/\/|weixin:\/\/wxpay\/|https?:\/\/(qr\.alipay\.com|qr\.95516\.com|payapp\.weixin\.qq\.com)\/)/i;

const link = /^([a-z][a-z0-9+.-]{1,20}:\/\/|www\.)/i;

/** Full-width letters and digits come of input methods that stay on while a scan gun types. */
function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}

function kindOfDigits(digits: string): ScannedKind | undefined {
  if (/^\d{12}$/.test(digits)) {
    return isNumber12(digits) ? 'number' : 'numberMistyped';
  }
  // Before payment codes: a resident ID number may begin like one of WeChat's, and it has a date in it.
  if (/^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]$/.test(digits)) {
    return 'idNumber';
  }

  return paymentDigits.test(digits) ? 'payment' : undefined;
}

function kindOfText(text: string): ScannedKind {
  if (posterLink.test(text) || posterToken.test(text) || normaliseShortCode(text) !== undefined) {
    return 'poster';
  }
  if (paymentLink.test(text)) {
    return 'payment';
  }

  return link.test(text) ? 'link' : 'other';
}

/**
 * Tells what was scanned by its looks: the same for phone, kiosk, device and server. Whether it is genuine is not told.
 * @param text of any length, as it came
 */
export function tellScanned(text: string): Scanned {
  const clean = halfWidth(text.slice(0, 2_048));
  const [known] = prefixes.find(([, prefix]) => clean.slice(0, prefix.length).toUpperCase() === prefix) ?? [];
  if (known) {
    return { kind: known, text: knownPrefixes[known] + clean.slice(knownPrefixes[known].length) };
  }
  const digits = clean.replace(/[\s-]/g, '');
  const kind = kindOfDigits(digits);

  return kind ? { kind, text: digits.toUpperCase() } : { kind: kindOfText(clean), text: clean };
}
