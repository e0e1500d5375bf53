import { z } from 'zod';

import { isCreditCodeForm } from './creditCode';
import { limits } from './limits';
import { isPhone } from './phone';
import { isUuid7 } from './uuid7';

/** Printable text in one line: no control characters, no invisible direction marks. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

export const phone = z.string().trim().refine(isPhone, 'phone');
export const smsCode = z.string().regex(/^\d{6}$/, 'smsCode');
export const uuid7 = z.string().toLowerCase().refine(isUuid7, 'uuid7');
/** A random name that a client gave itself. */
export const deviceName = z.string().toLowerCase().refine(isUuid7, 'device');
export const instant = z.number().int().nonnegative();
/** A day of the calendar, of these centuries: arithmetic with it never leaves four-digit years. */
export const day = z.iso.date('date').refine((text) => text >= '1900-01-01' && text < '3000-01-01', 'date');

const minute = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day YYYY-MM-DD or a minute of it YYYY-MM-DDTHH:mm, as clocks of the configured zone show it. */
export const moment = z.string().refine((text) => {
  const [date, time, ...more] = text.split('T');

  return day.safeParse(date).success && (time === undefined || minute.test(time)) && more.length === 0;
}, 'moment');

/** Ids joined by commas: one field of an address. */
export function idList(max: number) {
  return z
    .string()
    .refine((text) => text.split(',').length <= max, 'tooLong')
    .refine((text) => text.split(',').every((id) => z.uuid().safeParse(id).success), 'format');
}

/** A line of text of 1 to `max` characters, trimmed. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'required')
    .refine((text) => [...text].length <= max, 'tooLong')
    .refine((text) => !unprintable.test(text), 'text');
}

export const personName = line(limits.nameLength).refine(
  (text) => /^[\p{L}\p{M}][\p{L}\p{M}\p{N}·• .'’-]*$/u.test(text),
  'name',
);

export const password = z
  .string()
  .min(limits.passwordMinLength, 'password')
  .max(limits.passwordMaxLength, 'password')
  .refine((text) => /\p{L}/u.test(text) && /\d/.test(text), 'password');

export const creditCode = z.string().trim().toUpperCase().refine(isCreditCodeForm, 'creditCode.format');
export const divisionCode = z.string().regex(/^\d{6}(\d{6})?$/, 'division');

/** Query of a list that pages by key. `cursor` is what the page before gave as `next`. */
export const paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageSizeMax).default(limits.pageSize),
};

/** One page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export interface Page<T> {
  items: T[];
  /** Hand it back as `cursor` for the page after; null at the end. */
  next: string | null;
}
