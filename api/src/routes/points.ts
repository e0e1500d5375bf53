import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import { point, pointChange, pointCreate, pointQuery } from '@anxing/contract/points';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { addPoint } from '../commands/addPoint';
import { changePoint } from '../commands/changePoint';
import { Point } from '../models/point';
import { presentPoint, presentPoints } from '../presenters/point';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownPoint } from './ownRecords';
import { pointConditions } from './pointFilter';
import { pointsInSight } from './pointsInSight';

const reading = staffWho('readFlow');
const managing = staffWho('managePoints');
const listKey = z.tuple([z.uuid()]);

const list = defineRoute({
  method: 'get',
  path: '/unit/points',
  summary: 'Service points, in the order they were made: a parent comes before its children',
  access: reading,
  personalData: 'none',
  limit: allowances.reading,
  query: pointQuery,
  answer: pageOf(point),
  async handle({ services, caller, query: { cursor, limit, ...filters } }) {
    const scope = { ...filters, unitId: caller.unit.id };
    const [after] = readCursor(scope, cursor, listKey) ?? [];
    const rows = await Point.findAll({
      where: {
        [Op.and]: [
          await pointConditions(services, caller, filters),
          ...(after ? [{ id: { [Op.gt]: after } }] : []),
        ],
      },
      order: [['id', 'ASC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: await presentPoints(services, items), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/unit/points/{id}',
  summary: 'One service point with its poster in force',
  access: reading,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  answer: point,
  async handle({ services, caller, params }) {
    const found = await Point.findOne({
      where: { [Op.and]: [await pointsInSight(caller), { id: params.id }] },
    });
    if (!found) {
      throw new AppError('not_found');
    }

    return presentPoint(services, found);
  },
});

const add = defineRoute({
  method: 'post',
  path: '/unit/points',
  summary: 'Open a service point, alone or under another one',
  access: managing,
  personalData: 'none',
  limit: allowances.writing,
  body: pointCreate,
  answer: point,
  status: 201,
  async handle({ services, origin, caller, input }) {
    const added = await addPoint(services, origin, caller.unit, input);

    return presentPoint(services, added);
  },
});

const change = defineRoute({
  method: 'patch',
  path: '/unit/points/{id}',
  summary:
    'Change, close or reopen a service point; closing revokes its poster and those of the points below',
  access: managing,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: pointChange,
  answer: point,
  async handle({ services, origin, caller, params, input }) {
    const { id } = await ownPoint(caller, params.id);
    const changed = await changePoint(services, origin, id, input);

    return presentPoint(services, changed);
  },
});

export const pointRoutes: Route[] = [list, show, add, change];
