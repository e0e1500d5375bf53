import { limits } from '@anxing/contract/limits';
import { showPass } from '@anxing/contract/offline/passChain';

import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import type { Services } from '../../../api/src/context';
import { buildPerson } from '../api/factories/buildPerson';
import type { RunningServer } from './server';

const stepMs = limits.passStepSeconds * 1_000;

/** Somebody in a crowd, with what his phone shows. */
export interface Passer {
  personId: string;
  /** The code of this moment, as a phone shows it that was online a moment ago. */
  code: () => string;
  /** The step of this moment of the pass that the phone has. */
  pass: () => string;
  /** A picture of the pass, taken ten steps ago. */
  picture: () => string;
  /** A code of five minutes ago. */
  stale: () => string;
}

/** The house of a running server, seen from beside it: with its keys and its database. */
export async function openHouse({
  environment,
}: RunningServer): Promise<Services & { close(): Promise<void> }> {
  const services = buildServices(loadSettings({ ...environment, ANXING_LOG_LEVEL: 'silent' }));
  await services.lease.take('adding');

  return services;
}

/** @param colour 0–255 */
async function buildPasser(services: Services, colour: number): Promise<Passer> {
  const { person } = await buildPerson(services);
  const reference = Buffer.from(person.codeReference ?? '', 'hex');
  const key = services.codeKeys.current;
  const pass = issuePass(key, { reference, colour, now: Date.now() - 20 * stepMs });
  const shownAt = (now: number) => showPass(sha256, pass, now) ?? '';

  return {
    personId: person.id,
    code: () => issuePersonalCode(key, { reference, colour, now: Date.now() }),
    stale: () => issuePersonalCode(key, { reference, colour, now: Date.now() - 300_000 }),
    pass: () => shownAt(Date.now()),
    picture: () => shownAt(Date.now() - 10 * stepMs),
  };
}

/** So many verified people who hold codes. */
export async function buildCrowd(services: Services, size: number, colour: number): Promise<Passer[]> {
  const crowd: Passer[] = [];
  for (let count = 0; count < size; count += 1) {
    crowd.push(await buildPasser(services, colour));
  }

  return crowd;
}
