import type { IdType } from '@anxing/contract/identityDocuments';
import { limits } from '@anxing/contract/limits';
import type { OwnNationalCode } from '@anxing/contract/nationalCode';

import { writeAs, type Origin, type Services } from '../../context';
import { NationalCode } from '../../models/nationalCode';
import type { Person } from '../../models/person';
import { openField } from '../../privacy/sealedFields';
import type { NationalLookUp } from '../../providers/national/national';
import { offNational } from '../../providers/national/off';
import { endOf } from './endOf';
import { keepStatement } from './keepStatement';
import { lockNationalRow } from './lockNationalRow';

const pauseMs = limits.nationalAskHours * 3_600_000;

function isDue(row: NationalCode | null, now: number): boolean {
  return row?.askedAt == null || Number(row.askedAt) + pauseMs <= now;
}

/** Whoever notes that he asks now is the one who does. */
function takeTurn(services: Services, origin: Origin, person: Person): Promise<boolean> {
  return writeAs(services, origin, async (scene) => {
    const row = await lockNationalRow(scene, person.id);
    if (!isDue(row, scene.now)) {
      return false;
    }
    row.set({ askedAt: scene.now, changedAt: scene.now });
    await row.saveBy(scene);

    return true;
  });
}

/** The page is shown whatever the platform says, or does not say. */
async function lookUp(services: Services, person: Person): Promise<NationalLookUp> {
  const { providers, vault, logger } = services;
  try {
    return await providers.national.lookUp({
      idType: person.idType as IdType,
      idNumber: openField(vault, 'persons', 'id_number', person, person.idNumber),
      name: openField(vault, 'persons', 'name', person, person.name),
    });
  } catch (err) {
    logger.warn({ err }, 'national platform');

    return { ok: false, reason: 'busy' };
  }
}

function noteState(
  services: Services,
  origin: Origin,
  person: Person,
  state: OwnNationalCode['state'],
): Promise<NationalCode> {
  return writeAs(services, origin, async (scene) => {
    const row = await lockNationalRow(scene, person.id);
    row.set({ state, changedAt: scene.now });

    return row.saveBy(scene);
  });
}

async function ask(services: Services, origin: Origin, person: Person): Promise<NationalCode | null> {
  const answer = await lookUp(services, person);
  if (answer.ok && endOf(answer) > services.clock.now()) {
    return writeAs(services, origin, (scene) => keepStatement(services, scene, person, answer));
  }
  const isBusy = !answer.ok && answer.reason === 'busy';

  return noteState(services, origin, person, isBusy ? 'unavailable' : 'notFound');
}

/**
 * What other provinces say of a person: what is stored, and at most once in some hours the platform is asked by itself,
 * which takes no longer than `lookUpMs` and never fails. Null when nothing was ever asked or said.
 */
export async function askNational(
  services: Services,
  origin: Origin,
  person: Person,
): Promise<NationalCode | null> {
  const known = await NationalCode.findOne({ where: { personId: person.id } });
  const takesPart = services.providers.national !== offNational;
  if (!takesPart || !isDue(known, services.clock.now()) || !(await takeTurn(services, origin, person))) {
    return known;
  }

  return ask(services, origin, person);
}
