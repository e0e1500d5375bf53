import { dayOf } from '../../base/days';
import { AppError } from '../../base/errors';
import type { Recognised, Recogniser } from './recognised';

/** The 12 digits above a code, good on the day on which they were shown. @throws number_refused */
export async function byNumber({ services, now }: Recogniser, number: string): Promise<Recognised> {
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
