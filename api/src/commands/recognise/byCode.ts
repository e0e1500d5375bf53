import { AppError } from '../../base/errors';
import { readPersonalCode } from '../../codes/personalCode';
import { codeFaults } from './codeFault';
import { personOfReference } from './personOfReference';
import type { Recognised, Recogniser } from './recognised';

/** The own code. @throws code_expired, code_forged and the like */
export async function byCode({ services, now }: Recogniser, text: string): Promise<Recognised> {
  const reading = readPersonalCode(services.codeKeys, text, now);
  if (!reading.ok) {
    throw new AppError(codeFaults[reading.failure]);
  }

  return { object: 'code', person: await personOfReference(services, reading.content.reference) };
}
