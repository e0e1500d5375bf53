import { dayOf } from '../../base/days';
import { divisionNamed } from '../../base/divisions';
import type { Services } from '../../context';
import type { NationalCode } from '../../models/nationalCode';
import type { Person } from '../../models/person';
import type { NationalStatement } from '../../providers/national/national';
import { openLiftOf } from '../../risk/openLifts';
import type { Scene } from '../../storage/scene';
import { readFacts } from '../../status/storedFacts';
import { deliverWithin } from '../deliverFacts';
import { endOf } from './endOf';
import { lockNationalRow } from './lockNationalRow';
import { isOutdated, storedTold, toldBefore } from './toldBefore';

export const nationalSource = 'national';

/** The decision of two people that takes such a reason away. */
const liftOfNational = 'lift.national';

const dayMs = 86_400_000;

/** What a colour of another province is here; a colour that it does not tell says nothing. */
const kinds = {
  green: 'clear',
  yellow: 'notClear.yellow',
  red: 'notClear.red',
  unknown: undefined,
} as const;

/** The statement as a fact; it takes the place of what the same province said before, and of no other one's. */
async function deliver(
  services: Services,
  scene: Scene,
  person: Person,
  statement: NationalStatement,
): Promise<void> {
  const kind = kinds[statement.colour];
  if (kind === undefined) {
    return;
  }
  const { divisions, brand } = services.config;
  const subjectIndex = person.identityIndex;
  await deliverWithin(services, scene, {
    source: nationalSource,
    submittedBy: divisionNamed(divisions, statement.province)?.name ?? statement.province,
    facts: [
      {
        subjectIndex,
        kind,
        date: dayOf(statement.statedAt, brand.zone),
        validFrom: Math.min(statement.statedAt, scene.now),
        validUntil: endOf(statement),
      },
    ],
    withdraws: {
      subjectIndexes: [subjectIndex],
      kinds: Object.values(kinds).filter((one) => one !== undefined),
      isOwn: true,
    },
  });
}

interface Noting {
  /** ms */
  now: number;
  /** Whether two people have decided about what other provinces say of this person. */
  isDecided: boolean;
}

/** Whether a statement is shown as the latest one, of whichever province. */
function isLatest(
  { colour, province, statedAt }: NationalStatement,
  row: NationalCode,
  now: number,
): boolean {
  const left = Number(row.untilAt ?? 0) - now;
  if (left <= 0) {
    return true;
  }
  if (colour === 'unknown' || statedAt < Number(row.statedAt)) {
    return false;
  }

  return colour !== row.colour || province !== row.province || left < dayMs;
}

/**
 * Notes what a province says, unless it has said something newer: of other provinces it says nothing.
 * @returns whether there is to be a record of it. The same colour told again counts from then on, a day later at the
 *   earliest. While a decision of two people about it stands, it makes none unless the time of the last one is nearly over:
 *   the decision would end with each new record.
 */
function note(statement: NationalStatement, row: NationalCode, { now, isDecided }: Noting): boolean {
  const { colour, province, statedAt } = statement;
  const told = toldBefore(row);
  const before = told.get(province);
  if (colour === 'unknown' || isOutdated(statement, before, now)) {
    return false;
  }
  const isLonger = before === undefined || endOf(statement) - before.until >= dayMs;
  const isNew = before?.colour !== colour || before.until - now < dayMs || (isLonger && !isDecided);
  told.set(province, { colour, statedAt, until: isNew ? endOf(statement) : before.until });
  row.told = storedTold(told, now);

  return isNew;
}

async function isLifted({ database }: Services, scene: Scene, { identityIndex }: Person): Promise<boolean> {
  const reader = database.within(scene.tx);
  const facts = await readFacts(database, reader, { subjects: [identityIndex], openAt: scene.now });

  return openLiftOf(liftOfNational, nationalSource, facts.get(identityIndex) ?? [], scene.now);
}

/**
 * Merges what another province says into the own code: as a fact, with which the rules do what they say. One that is
 * older than what the same province said already changes nothing, so that the order in which they come does not matter.
 */
export async function keepStatement(
  services: Services,
  scene: Scene,
  person: Person,
  statement: NationalStatement,
): Promise<NationalCode> {
  const row = await lockNationalRow(scene, person.id);
  const { colour, province, statedAt } = statement;
  const isDecided = await isLifted(services, scene, person);
  const isNew = note(statement, row, { now: scene.now, isDecided });
  if (isLatest(statement, row, scene.now)) {
    row.set({ colour, province, statedAt, untilAt: endOf(statement) });
  }
  row.set({ state: 'merged', fetchedAt: scene.now, changedAt: scene.now });
  await row.saveBy(scene);
  if (isNew) {
    await deliver(services, scene, person, statement);
  }

  return row;
}
