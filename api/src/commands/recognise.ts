import { AppError } from '../base/errors';
import { dayOf } from '../base/days';
import { normaliseNumber } from '../codes/number12';
import { personalCodePrefix, readPersonalCode } from '../codes/personalCode';
import type { Services } from '../context';
import { Person } from '../models/person';

export interface Recognised {
  object: 'code' | 'number';
  person: Person;
}

async function byCode(services: Services, text: string, now: number): Promise<Recognised> {
  const reading = readPersonalCode(services.codeKeys, text, now);
  if (!reading.ok) {
    throw new AppError(reading.failure === 'expired' ? 'code_expired' : 'code_refused');
  }
  const codeReference = reading.content.reference.toString('hex');
  const person = await Person.findOne({ where: { codeReference } });
  if (!person) {
    throw new AppError('code_refused');
  }

  return { object: 'code', person };
}

/** A number is good on the day it was shown. */
async function byNumber(services: Services, number: string, now: number): Promise<Recognised> {
  const numberDay = dayOf(now, services.config.brand.zone);
  const person = await Person.findOne({ where: { number, numberDay } });
  if (!person) {
    throw new AppError('number_refused');
  }

  return { object: 'number', person };
}

/**
 * Tells what was scanned or typed, and whose it is.
 * @throws code_expired, code_refused, number_refused, object_unknown
 */
export function recognise(services: Services, text: string, now: number): Promise<Recognised> {
  if (text.startsWith(personalCodePrefix)) {
    return byCode(services, text, now);
  }
  if (/^[\d\s-]{12,20}$/.test(text)) {
    const number = normaliseNumber(text);
    if (!number) {
      throw new AppError('number_refused');
    }

    return byNumber(services, number, now);
  }
  throw new AppError('object_unknown');
}
