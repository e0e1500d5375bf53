import { Op, type WhereOptions } from 'sequelize';
import { z } from 'zod';

import {
  appealAsk,
  appealDismissal,
  appealQuery,
  appealUphold,
  operatorAppeal,
  operatorAppealSummary,
  type OperatorAppeal,
} from '@anxing/contract/appeals';
import { pageOf } from '@anxing/contract/fields';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { askForMore } from '../commands/appeals/askForMore';
import { dismissAppeal } from '../commands/appeals/dismissAppeal';
import { lookAtAppeal } from '../commands/appeals/lookAtAppeal';
import { upholdAppeal } from '../commands/appeals/upholdAppeal';
import { partyOf } from '../commands/changes/parties';
import { refreshStatus } from '../commands/refreshStatus';
import { Appeal } from '../models/appeal';
import { Person } from '../models/person';
import { mayAnswerAppeal } from '../policies/mayAnswerAppeal';
import { presentOperatorAppeal, presentOperatorAppeals } from '../presenters/appeal';
import { staffWho, staffWhoAny } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { byId } from '../web/params';
import { allowances, defineRoute, type Call, type Route } from '../web/route';

const readers = staffWhoAny('answerAppeals', 'readRisk');
const answerers = staffWho('answerAppeals');
const listKey = z.tuple([z.uuid()]);

type Filters = Pick<z.output<typeof appealQuery>, 'state' | 'overdue'>;
type Context = Pick<
  Call<StaffCaller, undefined, undefined, undefined>,
  'services' | 'origin' | 'caller' | 'now'
>;

function conditionsOf({ state, overdue }: Filters, now: number, after: string | undefined): WhereOptions[] {
  return [
    ...(state ? [{ state }] : []),
    ...(overdue ? [{ dueAt: { [Op.lt]: now } }] : []),
    ...(after ? [{ id: { [Op.lt]: after } }] : []),
  ];
}

/** A look at the person, noted as such. @throws not_found */
async function look({ services, origin, caller, now }: Context, appeal: Appeal): Promise<OperatorAppeal> {
  const person = await Person.findByPk(appeal.personId);
  if (!person) {
    throw new AppError('not_found');
  }
  await lookAtAppeal(services, origin, appeal);
  const status = await refreshStatus(services, person);
  const rules = await services.rules.at(now);
  const mayAnswer = mayAnswerAppeal(caller.abilities, await partyOf(caller.staff), appeal);

  return presentOperatorAppeal(services, appeal, { person, status, mayAnswer, rules, now });
}

const list = defineRoute({
  method: 'get',
  path: '/operator/appeals',
  summary: 'Appeals against reasons of a colour, newest first; persons are masked',
  access: readers,
  personalData: 'masked',
  limit: allowances.reading,
  query: appealQuery,
  answer: pageOf(operatorAppealSummary),
  async handle({ services, query: { cursor, limit, ...filters }, now }) {
    const [after] = readCursor(filters, cursor, listKey) ?? [];
    const rows = await Appeal.findAll({
      where: { [Op.and]: conditionsOf(filters, now, after) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, filters, ({ id }) => [id]);

    return { items: await presentOperatorAppeals(services, items, now), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/operator/appeals/{id}',
  summary: 'One appeal with what was said; the person sees that the operator looked',
  access: readers,
  personalData: 'full',
  limit: allowances.reading,
  params: byId,
  answer: operatorAppeal,
  async handle({ params, ...context }) {
    const appeal = await Appeal.findByPk(params.id);
    if (!appeal) {
      throw new AppError('not_found');
    }

    return look(context, appeal);
  },
});

const ask = defineRoute({
  method: 'post',
  path: '/operator/appeals/{id}/ask',
  summary: 'Ask the person for more; without it the appeal ends after the configured days',
  access: answerers,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: appealAsk,
  answer: operatorAppeal,
  async handle({ params, input, ...context }) {
    const { services, origin, caller } = context;

    return look(context, await askForMore(services, origin, caller.staff, params.id, input.text));
  },
});

const dismiss = defineRoute({
  method: 'post',
  path: '/operator/appeals/{id}/dismiss',
  summary: 'Answer that the reason stands',
  access: answerers,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: appealDismissal,
  answer: operatorAppeal,
  async handle({ params, input, ...context }) {
    const { services, origin, caller } = context;

    return look(context, await dismissAppeal(services, origin, caller.staff, params.id, input.answer));
  },
});

const uphold = defineRoute({
  method: 'post',
  path: '/operator/appeals/{id}/uphold',
  summary: 'Find for the person: a change of colour that a second person has to approve',
  access: answerers,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: appealUphold,
  answer: operatorAppeal,
  async handle({ params, input, ...context }) {
    const { services, origin, caller } = context;

    return look(context, await upholdAppeal(services, origin, caller.staff, params.id, input));
  },
});

export const operatorAppealRoutes: Route[] = [list, show, ask, dismiss, uphold];
