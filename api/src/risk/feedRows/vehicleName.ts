import type { CellReading } from './feedRow';

export interface VehicleName {
  /** However it is spelled. */
  name: string;
  /** What such a cell was read as while width and endings made another vehicle; left out where that is the same. */
  formerName?: string;
}

/** What may stand behind a number and says nothing; not where a single sign is all that stands before it. */
const ending = /^(..+?)(?:次列车|航班|次|号)+$/u;

/** D0102 and CA0981; never the zeros of a plate, nor those within a number. */
const zeros = /^([A-Z]{1,3}|\d[A-Z])0+(\d+)$/;

const marks = /[\s\p{Pd}·•‧・]/gu;

/** A vehicle as everybody writes it: in capitals, without blanks and marks, without 次 behind it and zeros before the number. */
export function readVehicle(text: string): CellReading<VehicleName> {
  const letters = text.normalize('NFKC').toUpperCase().replaceAll(marks, '');
  const name = letters.replace(ending, '$1').replace(zeros, '$1$2');
  if (!/^[\p{L}\p{N}]{2,12}$/u.test(name)) {
    return { fault: 'format' };
  }
  const formerName = text.toUpperCase().replaceAll(/[\s\-·]/g, '');

  return { value: formerName === name ? { name } : { name, formerName } };
}
