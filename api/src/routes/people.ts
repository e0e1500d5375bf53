import { passagePage, passer, passerQuery } from '@anxing/contract/passages';

import { AppError } from '../base/errors';
import { lookAtPerson } from '../commands/lookAtPerson';
import type { Services } from '../context';
import { Person } from '../models/person';
import { stayOf, type Stay } from '../passages/stayOf';
import { presentPasser } from '../presenters/passer';
import { staffWho } from '../web/access';
import { byReference } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { passageFilter } from './passageFilter';
import { passagePageOf } from './passagePages';

const access = staffWho('readPassages');

/** Who was never at the own unit does not exist for it. @throws not_found */
async function findPasser(
  services: Services,
  unitId: string,
  reference: string,
): Promise<{ person: Person; stay: Stay }> {
  const personId = services.references.resolve(unitId, reference);
  const { from } = await passageFilter(services, unitId, {});
  const stay = await stayOf(services.database, services.config.brand.zone, unitId, personId, from);
  const person = stay && (await Person.findByPk(personId));
  if (!person) {
    throw new AppError('not_found');
  }

  return { person, stay };
}

const show = defineRoute({
  method: 'get',
  path: '/unit/people/{id}',
  summary: 'Somebody who was at the own unit; the person sees that the unit looked',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  params: byReference,
  answer: passer,
  async handle({ services, origin, caller, params }) {
    const { person, stay } = await findPasser(services, caller.unit.id, params.id);
    await lookAtPerson(services, origin, person);

    return presentPasser(services, caller.unit.id, person, stay);
  },
});

const passages = defineRoute({
  method: 'get',
  path: '/unit/people/{id}/passages',
  summary: 'Where somebody passed in the own unit, newest first; the person sees that the unit looked',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  params: byReference,
  query: passerQuery,
  answer: passagePage,
  async handle({ services, origin, caller, params, query: { cursor, limit, ...range } }) {
    const { id: unitId } = caller.unit;
    const { person } = await findPasser(services, unitId, params.id);
    const filter = { ...(await passageFilter(services, unitId, range)), personId: person.id };
    const scope = { ...range, unitId, personId: person.id };

    return passagePageOf(
      { services, origin, page: { cursor, limit } },
      { filter, scope, why: 'ofPerson', details: { filters: range, person: person.id } },
    );
  },
});

export const peopleRoutes: Route[] = [show, passages];
