import { z } from 'zod';

import { posterPrint, posterState } from '@anxing/contract/posters';

import { issuePoster } from '../commands/issuePoster';
import { recordPrint } from '../commands/recordPrint';
import { revokePoster } from '../commands/revokePoster';
import { Poster } from '../models/poster';
import { countPrints, presentPoster, presentPosters } from '../presenters/poster';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownPoint, posterInForce } from './ownRecords';

const access = staffWho('managePosters');
const path = '/unit/points/{id}/posters';

const list = defineRoute({
  method: 'get',
  path,
  summary: 'Every poster that a point ever had, newest first',
  access,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  answer: z.object({ items: z.array(posterState) }),
  async handle({ services, caller, params }) {
    const point = await ownPoint(caller, params.id);
    const posters = await Poster.findAll({ where: { pointId: point.id }, order: [['serial', 'DESC']] });

    return { items: await presentPosters(services, point, posters) };
  },
});

const issue = defineRoute({
  method: 'post',
  path,
  summary: 'Issue the next poster of a point; the one in force is revoked',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  answer: posterState,
  status: 201,
  async handle({ services, origin, caller, params }) {
    const point = await ownPoint(caller, params.id);
    const poster = await issuePoster(services, origin, point.id);

    return presentPoster(services, point, poster, new Map());
  },
});

const revoke = defineRoute({
  method: 'delete',
  path: `${path}/{posterId}`,
  summary: 'Revoke a poster',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId.extend({ posterId: z.uuid() }),
  async handle({ services, origin, caller, params }) {
    const point = await ownPoint(caller, params.id);
    await revokePoster(services, origin, point.id, params.posterId);
  },
});

const print = defineRoute({
  method: 'post',
  path: '/unit/points/{id}/prints',
  summary: 'Count the poster in force of a point as printed or downloaded',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: posterPrint,
  answer: posterState,
  status: 201,
  async handle({ services, origin, caller, params, input }) {
    const point = await ownPoint(caller, params.id);
    const poster = await posterInForce(point);
    await recordPrint(services, origin, poster, input);

    return presentPoster(services, point, poster, await countPrints(services, [poster]));
  },
});

export const posterRoutes: Route[] = [list, issue, revoke, print];
