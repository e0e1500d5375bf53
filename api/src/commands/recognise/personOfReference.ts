import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Person } from '../../models/person';

/** Whose code or pass it is. @throws code_refused for a reference that is nobody's any more */
export async function personOfReference({ caches }: Services, reference: Buffer): Promise<Person> {
  const { persons, personIdByReference } = caches;
  const codeReference = reference.toString('hex');
  const id = await personIdByReference.find(codeReference);
  const person = id === undefined ? undefined : await persons.get(id);
  if (!person || person.codeReference !== codeReference) {
    personIdByReference.forget(codeReference);
    throw new AppError('code_refused');
  }

  return person;
}
