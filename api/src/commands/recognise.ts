import { AppError } from '../base/errors';
import { dayOf } from '../base/days';
import { normaliseNumber } from '../codes/number12';
import { personalCodePrefix, readPersonalCode } from '../codes/personalCode';
import type { Services } from '../context';
import type { Person } from '../models/person';

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
  const { persons, personIdByReference } = services.caches;
  const id = await personIdByReference.find(codeReference);
  const person = id === undefined ? undefined : await persons.get(id);
  if (!person || person.codeReference !== codeReference) {
    personIdByReference.forget(codeReference);
    throw new AppError('code_refused');
  }

  return { object: 'code', person };
}

/** A number is good on the day it was shown. */
async function byNumber(services: Services, number: string, now: number): Promise<Recognised> {
  const { persons, personIdByNumber } = services.caches;
  const today = dayOf(now, services.config.brand.zone);
  const id = await personIdByNumber.find(number);
  const person = id === undefined ? undefined : await persons.get(id);
  if (!person || person.number !== number || person.numberDay !== today) {
    personIdByNumber.forget(number);
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
