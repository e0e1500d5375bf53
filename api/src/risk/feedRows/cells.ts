import { day } from '@anxing/contract/fields';
import { documentFault, idTypeKeys, idTypes, type IdType } from '@anxing/contract/identityDocuments';
import { normaliseIdNumber } from '@anxing/contract/idNumber';

import { cutNumber, type CellReading } from './feedRow';

const longest = 120;

/** What a spreadsheet makes of eighteen digits: 3.50102E+17. */
const scientific = /^\d(\.\d+)?E\+\d+$/i;

/** Fifteen digits are all that a spreadsheet keeps of a number; the rest it fills with zeros. */
const zeroed = /^\d{15}000$/;

/** Residents' numbers and those of residence cards are so long. Of eleven such ones one has a right check digit all the same. */
export function looksCut(idNumber: string): boolean {
  return zeroed.test(idNumber);
}

/** Trimmed text of a cell; empty where there is none. Numbers of JSON are taken as they are written. */
export function textOf(cell: unknown): string | undefined {
  if (cell === undefined || cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }

  return typeof cell === 'string' ? cell.trim() : undefined;
}

export function readIdType(text: string): CellReading<IdType> {
  const byName = idTypeKeys.find((key) => key === text || idTypes[key] === text);

  return byName ? { value: byName } : { fault: 'choice' };
}

/** @param today YYYY-MM-DD */
export function readIdNumber(cell: unknown, idType: IdType, today: string): CellReading<string> {
  const number = normaliseIdNumber(textOf(cell) ?? '');
  // A number of JSON has lost its last digits already, or the zeros before its first one.
  if (typeof cell === 'number' || scientific.test(number)) {
    return { fault: 'excelNumber' };
  }
  const fault = documentFault(idType, number, today);
  if (fault && looksCut(number)) {
    return { fault: cutNumber };
  }

  return fault ? { fault } : { value: number };
}

export interface DayBounds {
  /** YYYY-MM-DD */
  today: string;
  mayBeToCome: boolean;
}

/** Without separators only eight digits are one day: 2020111 may be two. */
const separated = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const digits = /^(\d{4})(\d{2})(\d{2})$/;

/** 2020-02-08, 2020/2/8 and 20200208 are the same day. */
export function readDay(text: string, { today, mayBeToCome }: DayBounds): CellReading<string> {
  const parts = separated.exec(text) ?? digits.exec(text);
  const [, year = '', month = '', date = ''] = parts ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!parts || !day.safeParse(written).success) {
    return { fault: 'date' };
  }

  return written > today && !mayBeToCome ? { fault: 'futureDate' } : { value: written };
}

/** The last day that counts; many systems write 9999-12-31 where there is none. */
export function readUntil(text: string, today: string): CellReading<string> {
  const reading = readDay(text, { today, mayBeToCome: true });

  return 'fault' in reading ? { fault: 'untilDate' } : reading;
}

const clock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/;

/** A minute as clocks of the zone show it, `2020-02-08 18:23`; answered as YYYY-MM-DDTHH:mm. */
export function readMinute(text: string): CellReading<string> {
  const [, date = '', minute = ''] = clock.exec(text) ?? [];
  const isReal = day.safeParse(date).success && /^([01]\d|2[0-3]):[0-5]\d$/.test(minute);

  return isReal ? { value: `${date}T${minute}` } : { fault: 'moment' };
}

export function readText(text: string): CellReading<string> {
  if ([...text].length > longest) {
    return { fault: 'tooLong' };
  }

  return /[\p{Cc}\p{Cf}]/u.test(text) ? { fault: 'text' } : { value: text };
}

/** A code of a medicine as the list has it. */
export function drugCodeOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

const seat = /^第?(\d{1,4})(?:(?:排|-)?[A-Z]?(?:座|号)?|排)$/;

/** The row of a seat; many write the seat's letter behind it: 12 of `12A`, `012`, `12排A座`. */
export function readSeatRow(text: string): CellReading<number> {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?<=\D)\s|\s(?=\D)/g, '')
    .toUpperCase();
  const [, row] = seat.exec(plain) ?? [];

  return row === undefined ? { fault: 'seatRow' } : { value: Number(row) };
}

const operations = new Map<string, 'add' | 'withdraw'>([
  ['', 'add'],
  ['add', 'add'],
  ['新增', 'add'],
  ['withdraw', 'withdraw'],
  ['撤销', 'withdraw'],
]);

export function readOperation(text: string): CellReading<'add' | 'withdraw'> {
  const value = operations.get(text);

  return value ? { value } : { fault: 'choice' };
}
