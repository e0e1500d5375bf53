import { z } from 'zod';

import { posterState } from '@anxing/contract/points';

import { issuePoster } from '../commands/issuePoster';
import { revokePoster } from '../commands/revokePoster';
import { Poster } from '../models/poster';
import { presentPoster, presentPosters } from '../presenters/poster';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownPoint } from './ownRecords';

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

export const posterRoutes: Route[] = [list, issue, revoke];
