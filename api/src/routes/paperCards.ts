import { counterCard, counterCardRequest, ownCard, paperCard } from '@anxing/contract/cards';

import { AppError } from '../base/errors';
import { printCardAtCounter } from '../commands/cards/counterCard';
import { issueCardTo, revokeCards } from '../commands/cards/issueCard';
import { writeAs } from '../context';
import { PaperCard } from '../models/paperCard';
import { Person } from '../models/person';
import { presentCard, presentCounterCard } from '../presenters/paperCard';
import { codeHolder, staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { sendCard } from './sendCard';

const counterAccess = staffWho('printCards');
/** A counter prints its file at once; later somebody else's card is nobody's business. */
const printableMs = 30 * 60_000;

function cardInForce(personId: string): Promise<PaperCard | null> {
  return PaperCard.findOne({ where: { personId, revokedAt: null } });
}

const show = defineRoute({
  method: 'get',
  path: '/me/card',
  summary: 'My paper card in force',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: ownCard,
  async handle({ services, caller: { person } }) {
    const card = await cardInForce(person.id);

    return { card: card && (await presentCard(services, card)) };
  },
});

const issue = defineRoute({
  method: 'post',
  path: '/me/card',
  summary: 'A new paper card; the one before is void',
  access: codeHolder,
  personalData: 'own',
  limit: { points: 10, seconds: 3_600 },
  answer: paperCard,
  status: 201,
  async handle({ services, origin, caller: { person } }) {
    const card = await writeAs(services, origin, (scene) => issueCardTo(scene, person.id, null));

    return presentCard(services, card);
  },
});

const revoke = defineRoute({
  method: 'delete',
  path: '/me/card',
  summary: 'My paper card is lost: it is void at once',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  async handle({ services, origin, caller: { person } }) {
    await writeAs(services, origin, (scene) => revokeCards(scene, person.id));
  },
});

const file = defineRoute({
  method: 'get',
  path: '/me/card.pdf',
  summary: 'My paper card, to be printed',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  status: 200,
  async handle({ services, caller: { person }, http }) {
    const card = await cardInForce(person.id);
    if (!card) {
      throw new AppError('not_found');
    }
    await sendCard(services, http, card, person);
  },
});

const print = defineRoute({
  method: 'post',
  path: '/unit/cards',
  summary: 'At a counter: a paper card for somebody without a phone, whose document the clerk has compared',
  access: counterAccess,
  personalData: 'masked',
  limit: allowances.writing,
  body: counterCardRequest,
  answer: counterCard,
  status: 201,
  async handle({ services, origin, caller: { staff, unit }, input }) {
    const { card, person } = await printCardAtCounter(
      { services, origin, staffId: staff.id, unitId: unit.id },
      input,
    );

    return presentCounterCard(services, card, person);
  },
});

const counterFile = defineRoute({
  method: 'get',
  path: '/unit/cards/{id}/card.pdf',
  summary: 'The card that this clerk made a moment ago, to be printed',
  access: counterAccess,
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  status: 200,
  async handle({ services, caller: { staff, unit }, params, http, now }) {
    const card = await PaperCard.findOne({
      where: { id: params.id, unitId: unit.id, staffId: staff.id, revokedAt: null },
    });
    const person = card && now - card.issuedAt < printableMs ? await Person.findByPk(card.personId) : null;
    if (!card || !person) {
      throw new AppError('not_found');
    }
    await sendCard(services, http, card, person);
  },
});

export const paperCardRoutes: Route[] = [show, issue, revoke, file, print, counterFile];
