import { Op } from 'sequelize';

import type { Services } from '../context';
import { Appeal, readContested } from '../models/appeal';
import type { Override } from '../models/override';
import { overridesOf } from '../models/overridesOf';
import type { Person } from '../models/person';
import { readFacts, readerOf } from './storedFacts';

/** What is told of a reason beside what was stored with the person. */
export interface ReasonDetails {
  /** Who delivered the record, since when it is held for true and until when (ms), by fact id. */
  records: ReadonlyMap<
    string,
    { submittedBy: string; recordedFrom: number; validUntil: number | null; kind: string }
  >;
  /** Changes by hand about the person that hold. */
  decided: readonly Override[];
  /** Ids of appeals that are not over, by rule. */
  appeals: ReadonlyMap<string, string>;
}

async function recordsOf({ database }: Services, { identityIndex }: Person, now: number) {
  const facts = await readFacts(database, readerOf(database), { subjects: [identityIndex], openAt: now });

  return new Map((facts.get(identityIndex) ?? []).map((fact) => [fact.id, fact]));
}

/** Appeals that are not over, by the rules that they contest. */
async function openAppeals({ id: personId }: Person): Promise<Map<string, string>> {
  const appeals = await Appeal.findAll({ where: { personId, closedAt: { [Op.is]: null } } });

  return new Map(appeals.flatMap((appeal) => readContested(appeal).map(({ rule }) => [rule, appeal.id])));
}

export async function reasonDetails(services: Services, person: Person, now: number): Promise<ReasonDetails> {
  const [records, appeals, decided] = await Promise.all([
    recordsOf(services, person, now),
    openAppeals(person),
    overridesOf(person, now),
  ]);

  return { records, appeals, decided };
}
