import { paperCard } from '@anxing/contract/cards';

import { AppError } from '../base/errors';
import { makeMemberCard, voidMemberCard } from '../commands/family/memberCards';
import { presentCard } from '../presenters/paperCard';
import { codeHolder } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownRelative } from './ownRelative';
import { sendCard } from './sendCard';

const issue = defineRoute({
  method: 'post',
  path: '/me/family/{id}/card',
  summary: 'A new paper card for a relative; the one before is void',
  access: codeHolder,
  personalData: 'masked',
  limit: { points: 40, seconds: 3_600 },
  params: byId,
  answer: paperCard,
  status: 201,
  async handle({ services, origin, caller: { person }, params }) {
    const card = await makeMemberCard({ services, origin, applicant: person }, params.id);

    return presentCard(services, card);
  },
});

const revoke = defineRoute({
  method: 'delete',
  path: '/me/family/{id}/card',
  summary: 'The paper card that I made for a relative is lost: it is void at once',
  access: codeHolder,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  handle: ({ services, origin, caller: { person }, params }) =>
    voidMemberCard({ services, origin, applicant: person }, params.id),
});

const file = defineRoute({
  method: 'get',
  path: '/me/family/{id}/card.pdf',
  summary: 'The paper card that I made for a relative, to be printed',
  access: codeHolder,
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  status: 200,
  async handle({ services, caller, params, http }) {
    const { card, person } = await ownRelative(caller.person, params.id);
    if (!card) {
      throw new AppError('not_found');
    }
    await sendCard(services, http, card, person);
  },
});

export const familyCardRoutes: Route[] = [issue, revoke, file];
