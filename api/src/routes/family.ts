import { family, familyMember, familyRequest } from '@anxing/contract/family';

import { addMember } from '../commands/family/addMember';
import { removeMember } from '../commands/family/endMembership';
import { familyOf } from '../models/familyOf';
import { presentMember } from '../presenters/family';
import { codeHolder } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownRelative } from './ownRelative';

const list = defineRoute({
  method: 'get',
  path: '/me/family',
  summary: 'Relatives without a phone, for whom I make paper cards',
  access: codeHolder,
  personalData: 'masked',
  limit: allowances.reading,
  answer: family,
  async handle({ services, caller: { person } }) {
    const relatives = await familyOf(person.id);

    return { items: await Promise.all(relatives.map((relative) => presentMember(services, relative))) };
  },
});

const add = defineRoute({
  method: 'post',
  path: '/me/family',
  summary: 'Vouch for a relative without a phone, who has a code from then on',
  access: codeHolder,
  personalData: 'masked',
  limit: { points: 20, seconds: 3_600 },
  body: familyRequest,
  answer: familyMember,
  status: 201,
  async handle({ services, origin, caller: { account, person }, input }) {
    const { id } = await addMember({ services, origin, account, person }, input);

    return presentMember(services, await ownRelative(person, id));
  },
});

const remove = defineRoute({
  method: 'delete',
  path: '/me/family/{id}',
  summary: 'Remove a relative: the cards that I made are void',
  access: codeHolder,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  handle: ({ services, origin, caller: { person }, params }) =>
    removeMember(services, origin, person.id, params.id),
});

export const familyRoutes: Route[] = [list, add, remove];
