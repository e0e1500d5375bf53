import { Op, type WhereOptions } from 'sequelize';
import { z } from 'zod';

import {
  change as changeSchema,
  changeApproval,
  changeQuery,
  changeRefusal,
  waitingChanges,
  type Change as ChangeAnswer,
} from '@anxing/contract/changes';
import { pageOf } from '@anxing/contract/fields';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { decideChange, type Decision } from '../commands/changes/decideChange';
import { partyOf } from '../commands/changes/parties';
import { lookAtOverrides } from '../commands/overrides/lookAtOverrides';
import type { Services } from '../context';
import { Change } from '../models/change';
import { isProposer, mayDecideChange } from '../policies/mayDecideChange';
import { presentChanges } from '../presenters/change';
import { presentChangedPeople } from '../presenters/changedPeople';
import { staffWho } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { byId } from '../web/params';
import { allowances, defineRoute, type Call, type Route } from '../web/route';

const access = staffWho('readRisk');
const listKey = z.tuple([z.uuid()]);

type Filters = Pick<z.output<typeof changeQuery>, 'state' | 'kind'>;

function conditionsOf({ state, kind }: Filters, after: string | undefined): WhereOptions[] {
  return [
    ...(state ? [{ state }] : []),
    ...(kind ? [{ kind }] : []),
    ...(after ? [{ id: { [Op.lt]: after } }] : []),
  ];
}

async function present(
  services: Services,
  { staff, abilities }: StaffCaller,
  changes: readonly Change[],
): Promise<ChangeAnswer[]> {
  const party = await partyOf(staff);
  const now = services.clock.now();

  return presentChanges(services, changes, (change) => ({
    isMine: isProposer(party, change),
    mayDecide: mayDecideChange(abilities, party, change, now),
  }));
}

async function presentOne(services: Services, caller: StaffCaller, change: Change): Promise<ChangeAnswer> {
  const [answer] = await present(services, caller, [change]);
  if (!answer) {
    throw new Error('a change that was not presented');
  }

  return answer.mayDecide ? { ...answer, people: await presentChangedPeople(services, change) } : answer;
}

const list = defineRoute({
  method: 'get',
  path: '/operator/changes',
  summary: 'What takes two people: waiting and decided, newest first',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  query: changeQuery,
  answer: pageOf(changeSchema),
  async handle({ services, caller, query: { cursor, limit, ...filters } }) {
    const [after] = readCursor(filters, cursor, listKey) ?? [];
    const rows = await Change.findAll({
      where: { [Op.and]: conditionsOf(filters, after) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, filters, ({ id }) => [id]);

    return { items: await present(services, caller, items), next };
  },
});

const waiting = defineRoute({
  method: 'get',
  path: '/operator/changes/waiting',
  summary: 'How many changes wait for their second person',
  access,
  personalData: 'none',
  limit: allowances.reading,
  answer: waitingChanges,
  handle: async ({ now }) => ({
    count: await Change.count({ where: { state: 'waiting', expiresAt: { [Op.gt]: now } } }),
  }),
});

const show = defineRoute({
  method: 'get',
  path: '/operator/changes/{id}',
  summary: 'One change, with what the second person decides upon',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  params: byId,
  answer: changeSchema,
  async handle({ services, origin, caller, params }) {
    const change = await Change.findByPk(params.id);
    if (!change) {
      throw new AppError('not_found');
    }
    await lookAtOverrides(services, origin, [change]);

    return presentOne(services, caller, change);
  },
});

type Deciding = Pick<
  Call<StaffCaller, typeof byId, undefined, undefined>,
  'services' | 'origin' | 'caller' | 'params'
>;

async function decide(call: Deciding, decision: Decision): Promise<ChangeAnswer> {
  const { services, origin, caller, params } = call;

  return presentOne(services, caller, await decideChange(services, origin, caller, params.id, decision));
}

const approve = defineRoute({
  method: 'post',
  path: '/operator/changes/{id}/approve',
  summary: 'Be the second person: another verified one than who proposed it, and nobody whom it concerns',
  access: staffWho('approveChanges'),
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  body: changeApproval,
  answer: changeSchema,
  handle: (call) => decide(call, { verdict: 'approved', note: call.input.note }),
});

const reject = defineRoute({
  method: 'post',
  path: '/operator/changes/{id}/reject',
  summary: 'Be the second person, and say no',
  access: staffWho('approveChanges'),
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  body: changeRefusal,
  answer: changeSchema,
  handle: (call) => decide(call, { verdict: 'rejected', note: call.input.note }),
});

const withdraw = defineRoute({
  method: 'post',
  path: '/operator/changes/{id}/withdraw',
  summary: 'Take back what one proposed oneself',
  access,
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  body: changeApproval,
  answer: changeSchema,
  handle: (call) => decide(call, { verdict: 'withdrawn', note: call.input.note }),
});

export const changeRoutes: Route[] = [list, waiting, show, approve, reject, withdraw];
