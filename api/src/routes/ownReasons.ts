import { Op } from 'sequelize';

import { ownReasons } from '@anxing/contract/reasons';

import { refreshStatus } from '../commands/refreshStatus';
import type { Services } from '../context';
import { Appeal, readContested } from '../models/appeal';
import { overridesOf } from '../models/overridesOf';
import type { Person } from '../models/person';
import { presentOwnReasons, type ReasonDetails } from '../presenters/ownReasons';
import { readFacts, readerOf } from '../status/storedFacts';
import { codeHolder } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

async function recordsOf({ database }: Services, { identityIndex }: Person, now: number) {
  const facts = await readFacts(database, readerOf(database), { subjects: [identityIndex], openAt: now });

  return new Map((facts.get(identityIndex) ?? []).map((fact) => [fact.id, fact]));
}

/** Appeals that are not over, by the rules that they contest. */
async function openAppeals({ id: personId }: Person): Promise<Map<string, string>> {
  const appeals = await Appeal.findAll({ where: { personId, closedAt: { [Op.is]: null } } });

  return new Map(appeals.flatMap((appeal) => readContested(appeal).map(({ rule }) => [rule, appeal.id])));
}

async function detailsOf(services: Services, person: Person, now: number): Promise<ReasonDetails> {
  const [records, appeals, decided] = await Promise.all([
    recordsOf(services, person, now),
    openAppeals(person),
    overridesOf(person, now),
  ]);

  return { records, appeals, decided };
}

const show = defineRoute({
  method: 'get',
  path: '/me/reasons',
  summary: 'Why the own code has its colour: rule, record, source, until when, what to do, where to appeal',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: ownReasons,
  async handle({ services, caller: { person }, now }) {
    const status = await refreshStatus(services, person);

    return presentOwnReasons(services, status, await detailsOf(services, person, now), now);
  },
});

export const ownReasonRoutes: Route[] = [show];
