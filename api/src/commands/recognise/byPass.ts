import { AppError } from '../../base/errors';
import { openPass } from '../../codes/outagePass';
import { codeFaults } from './codeFault';
import { personOfReference } from './personOfReference';
import type { Recognised, Recogniser } from './recognised';

/** An outage pass says who somebody is; the colour in it counts only where there is no network. */
export async function byPass({ services, now }: Recogniser, text: string): Promise<Recognised> {
  const reading = openPass(services.codeKeys, text, now);
  if (!reading.ok) {
    throw new AppError(codeFaults[reading.failure]);
  }

  return { object: 'pass', person: await personOfReference(services, reading.content.reference) };
}
