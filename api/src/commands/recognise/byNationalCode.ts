import { AppError } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import { Person } from '../../models/person';
import type { NationalCodeAnswer } from '../../providers/national/national';
import { endOf } from '../national/endOf';
import { keepStatement } from '../national/keepStatement';
import { resolveNational } from '../national/resolveNational';
import type { Recognised, Recogniser } from './recognised';

type Read = Extract<NationalCodeAnswer, { ok: true }>;

/** What a code of the exchange can look like: one word of Latin characters. Nothing else is sent to the platform. */
const codeLike = /^[!-~]{8,1000}$/;

async function read(services: Services, text: string): Promise<Read> {
  const answer = codeLike.test(text) ? await resolveNational(services, text) : undefined;
  if (answer?.ok) {
    return answer;
  }
  throw answer?.reason === 'busy'
    ? new AppError('national_unavailable', { retryAfter: 10 })
    : new AppError('object_unknown');
}

async function holderOf({ index }: Services, { idType, idNumber }: Read): Promise<Person> {
  const identityIndex = idType && index.identity(idType, idNumber);
  const person = identityIndex ? await Person.findOne({ where: { identityIndex } }) : null;
  // Whoever has no code here is not decided about: another province's colour alone opens nothing.
  if (person?.claimedAt == null) {
    throw new AppError('national_unknown_person');
  }

  return person;
}

/**
 * The national code, or another province's: what it says is merged into the own code of its holder, whose own colour
 * then decides.
 * @throws object_unknown, code_expired, national_unknown_person, national_unavailable
 */
export async function byNationalCode(
  { services, origin, now }: Recogniser,
  text: string,
): Promise<Recognised> {
  const statement = await read(services, text);
  if (endOf(statement) <= now) {
    throw new AppError('code_expired');
  }
  const holder = await holderOf(services, statement);
  await writeAs(services, origin, (scene) => keepStatement(services, scene, holder, statement));
  // As it is after the merge: the row may have been judged anew.
  const person = await services.caches.persons.get(holder.id);

  return { object: 'national', person: person ?? holder };
}
