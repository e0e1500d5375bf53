import { AppError } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import { Person } from '../../models/person';
import type { IdentityClaim } from '../../providers/identity/identity';
import type { NationalCodeAnswer } from '../../providers/national/national';
import { isDuplicate } from '../../storage/databaseErrors';
import { personOf, told } from '../joinPerson';
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

/** Who comes for the first time, with the national code alone, is made a person without a code here. */
async function meet({ services, origin }: Recogniser, claim: IdentityClaim): Promise<Person> {
  try {
    return await writeAs(services, origin, (scene) => personOf(services, scene, claim, told));
  } catch (error) {
    // Two doors have met somebody at once.
    if (!isDuplicate(error)) {
      throw error;
    }

    return writeAs(services, origin, (scene) => personOf(services, scene, claim, told));
  }
}

async function holderOf(recogniser: Recogniser, statement: Read): Promise<Person> {
  const { idType, idNumber, name, colour } = statement;
  const identityIndex = idType && recogniser.services.index.identity(idType, idNumber);
  const person = identityIndex ? await Person.findOne({ where: { identityIndex } }) : null;
  if (person?.claimedAt != null) {
    return person;
  }
  // Of whom neither this province nor another one says anything nothing is decided.
  if (idType === undefined || colour === 'unknown') {
    throw new AppError('national_unknown_person');
  }

  return person ?? meet(recogniser, { idType, idNumber, name });
}

/**
 * The national code, or another province's: what it says is merged into what is known of its holder here, and the colour
 * that follows decides, as it does for everybody: what the feeds say of the same document counts too. Who arrives need
 * not have a code here (the province's manual, 入闽时, second way).
 * @throws object_unknown, code_expired, national_unknown_person, national_unavailable
 */
export async function byNationalCode(recogniser: Recogniser, text: string): Promise<Recognised> {
  const { services, origin, now } = recogniser;
  const statement = await read(services, text);
  if (endOf(statement) <= now) {
    throw new AppError('code_expired');
  }
  const holder = await holderOf(recogniser, statement);
  await writeAs(services, origin, (scene) => keepStatement(services, scene, holder, statement));
  // As it is after the merge: the row may have been judged anew.
  const person = await services.caches.persons.get(holder.id);

  return { object: 'national', person: person ?? holder };
}
