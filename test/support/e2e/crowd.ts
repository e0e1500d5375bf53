import { limits } from '@anxing/contract/limits';
import { showPass, type PassSecret } from '@anxing/contract/offline/passChain';

import { loadSettings } from '../../../api/src/base/settings';
import { buildServices } from '../../../api/src/buildServices';
import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import type { Services } from '../../../api/src/context';
import { Person } from '../../../api/src/models/person';
import { buildFact } from '../api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../api/factories/buildPerson';
import { repainted, withStepOf } from '../forgery/texts';
import { eventually } from './eventually';
import type { RunningServer } from './server';

const stepMs = limits.passStepSeconds * 1_000;
const passMs = limits.passHours * 3_600_000;
/** As they stand inside codes. */
const [green, orange] = [1, 2];

/** Somebody in a crowd, with what his phone shows. */
export interface Passer {
  personId: string;
  isOrange: boolean;
  /** The code of this moment, as a phone shows it that was online a moment ago. */
  code: () => string;
  /** The step of this moment of the pass that the phone has. */
  pass: () => string;
}

/** What nobody may be let in with, by what it is. */
export type NotGenuine = Record<string, () => string>;

/** The house of a running server, seen from beside it: with its keys and its database. */
export async function openHouse({
  environment,
}: RunningServer): Promise<Services & { close(): Promise<void> }> {
  const services = buildServices(loadSettings({ ...environment, ANXING_LOG_LEVEL: 'silent' }));
  await services.lease.take('adding');

  return services;
}

function referenceOf({ person }: BuiltPerson): Buffer {
  return Buffer.from(person.codeReference ?? '', 'hex');
}

/** @param ago ms */
function codeOf({ codeKeys }: Services, built: BuiltPerson, colour: number, ago = 0): string {
  const content = { reference: referenceOf(built), colour, now: Date.now() - ago };

  return issuePersonalCode(codeKeys.current, content);
}

/** @param ago ms: when it was fetched */
function passOf({ codeKeys }: Services, built: BuiltPerson, ago: number): PassSecret {
  const content = { reference: referenceOf(built), colour: green, now: Date.now() - ago };

  return issuePass(codeKeys.current, content);
}

const shown = (pass: PassSecret, at: number) => showPass(sha256, pass, at) ?? '';

/** A feed tells something of them, and the server judges them anew. */
async function turnOrange(services: Services, people: readonly BuiltPerson[]): Promise<void> {
  for (const { idNumber } of people) {
    await buildFact(services, idNumber);
  }
  const ids = people.map(({ person }) => person.id);
  await eventually(async () => {
    const turned = await Person.count({ where: { id: ids, colour: 'orange' } });
    if (turned < ids.length) {
      throw new Error(`${turned} of ${ids.length} are orange`);
    }
  }, 30_000);
}

function passerOf(services: Services, built: BuiltPerson, isOrange: boolean): Passer {
  const pass = passOf(services, built, 20 * stepMs);

  return {
    personId: built.person.id,
    isOrange,
    code: () => codeOf(services, built, isOrange ? orange : green),
    pass: () => shown(pass, Date.now()),
  };
}

async function buildSeveral(services: Services, size: number): Promise<BuiltPerson[]> {
  const people: BuiltPerson[] = [];
  for (let count = 0; count < size; count += 1) {
    people.push(await buildPerson(services));
  }

  return people;
}

/** So many verified people who hold codes; who stands at one of the places has turned orange. */
export async function buildCrowd(
  services: Services,
  size: number,
  orangeAt: readonly number[] = [],
): Promise<Passer[]> {
  const people = await buildSeveral(services, size);
  const isOrange = (at: number) => orangeAt.includes(at);
  await turnOrange(
    services,
    people.filter((_, at) => isOrange(at)),
  );

  return people.map((built, at) => passerOf(services, built, isOrange(at)));
}

/** Somebody whose last nucleic-acid test was negative, a few hours ago. */
export async function buildTested(services: Services): Promise<Passer> {
  const built = await buildPerson(services);
  await buildFact(services, built.idNumber, { source: 'tests', kind: 'nucleicNegative' });

  return passerOf(services, built, false);
}

/** Old and altered showings of somebody green, and a pass of somebody who turned orange after he had fetched it. */
export async function buildNotGenuine(services: Services): Promise<NotGenuine> {
  const [held, turned] = [await buildPerson(services), await buildPerson(services)];
  const pass = passOf(services, held, 20 * stepMs);
  const old = passOf(services, held, passMs + 10 * stepMs);
  const revoked = passOf(services, turned, 20 * stepMs);
  await turnOrange(services, [turned]);
  const lastStep = () => shown(old, old.issuedAt + passMs - stepMs / 2);

  return {
    'a code of five minutes ago': () => codeOf(services, held, green, 300_000),
    'an orange code painted green': () => repainted(codeOf(services, turned, orange), green),
    'a picture of a pass': () => shown(pass, Date.now() - 10 * stepMs),
    'a picture with the present step': () =>
      withStepOf(shown(pass, Date.now() - 10 * stepMs), shown(pass, Date.now())),
    'a pass that was revoked': () => shown(revoked, Date.now()),
    'a pass of more than 12 hours ago': lastStep,
    'a pass of more than 12 hours ago with the present step': () =>
      withStepOf(lastStep(), shown(pass, Date.now())),
    'an address': () => 'https://example.cn/',
    'a payment code': () => '134567890123456789',
  };
}
