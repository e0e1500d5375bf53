import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import type { NationalCode } from '../../models/nationalCode';
import type { Person } from '../../models/person';
import type { NationalCodeAnswer } from '../../providers/national/national';
import { endOf } from './endOf';
import { keepStatement } from './keepStatement';
import { resolveNational } from './resolveNational';

type Read = Extract<NationalCodeAnswer, { ok: true }>;

async function read(services: Services, content: string): Promise<Read> {
  const answer = await resolveNational(services, content);
  if (answer.ok) {
    return answer;
  }
  throw answer.reason === 'refused'
    ? new AppError('national_code_refused')
    : new AppError('national_unavailable', { retryAfter: 10 });
}

function isOf({ index }: Services, { idType, idNumber }: Read, person: Person): boolean {
  return idType !== undefined && index.identity(idType, idNumber) === person.identityIndex;
}

/**
 * Reads a national code, or another province's, and merges it into the code of its holder.
 * @throws national_code_refused for what is no code or too old, national_code_other, national_unavailable
 */
export async function mergeNationalCode(
  services: Services,
  origin: Origin,
  person: Person,
  content: string,
): Promise<NationalCode> {
  const code = await read(services, content);
  if (!isOf(services, code, person)) {
    throw new AppError('national_code_other');
  }
  if (endOf(code) <= services.clock.now()) {
    throw new AppError('national_code_refused');
  }

  return writeAs(services, origin, (scene) => keepStatement(services, scene, person, code));
}
