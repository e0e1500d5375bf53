import { noticeChoices, noticeStaff } from '@anxing/contract/flow';

import { setNotices } from '../commands/setNotices';
import { presentNoticeChoices } from '../presenters/noticeChoices';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownPoint } from './ownRecords';

const access = staffWho('managePoints');

const show = defineRoute({
  method: 'get',
  path: '/unit/points/{id}/notices',
  summary: 'Who is told of a point’s warnings, and who could be; null for the managers of the unit',
  access,
  personalData: 'full',
  limit: allowances.reading,
  params: byId,
  answer: noticeChoices,
  async handle({ services, caller, params }) {
    return presentNoticeChoices(services, await ownPoint(caller, params.id));
  },
});

const choose = defineRoute({
  method: 'put',
  path: '/unit/points/{id}/notices',
  summary: 'Choose who is told of a point’s warnings; null for the managers of the unit',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: noticeStaff,
  async handle({ services, origin, caller, params, input }) {
    await setNotices(services, origin, await ownPoint(caller, params.id), input.staffIds);
  },
});

export const warningNoticeRoutes: Route[] = [show, choose];
