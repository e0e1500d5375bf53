import { Op, type WhereOptions } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import { acknowledgement, flowWarning, warningQuery } from '@anxing/contract/flow';

import { addDays, startOfDay } from '../base/days';
import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { acknowledgeWarning } from '../commands/acknowledgeWarning';
import { FlowWarning } from '../models/flowWarning';
import { isInSight, type PointSight } from '../policies/pointSight';
import { sameUnit } from '../policies/sameUnit';
import { presentWarnings } from '../presenters/flowWarning';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { sightOf } from '../web/pointSight';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([z.uuid()]);

type Filters = Omit<z.output<typeof warningQuery>, 'cursor' | 'limit'>;

function conditionsOf(
  { pointId, level, from, to }: Filters,
  sight: PointSight,
  zone: string,
  after: string | undefined,
): WhereOptions[] {
  return [
    ...(sight === 'all' ? [] : [{ pointId: [...sight] }]),
    ...(pointId ? [{ pointId }] : []),
    ...(level ? [{ level }] : []),
    ...(from ? [{ raisedAt: { [Op.gte]: startOfDay(from, zone) } }] : []),
    ...(to ? [{ raisedAt: { [Op.lt]: startOfDay(addDays(to, 1), zone) } }] : []),
    ...(after ? [{ id: { [Op.lt]: after } }] : []),
  ];
}

const list = defineRoute({
  method: 'get',
  path: '/unit/flow/warnings',
  summary: 'Warnings of points in sight, those that stand and those that are over, newest first',
  access: staffWho('readFlow'),
  personalData: 'full',
  limit: allowances.reading,
  query: warningQuery,
  answer: pageOf(flowWarning),
  async handle({ services, caller, query: { cursor, limit, ...filters } }) {
    const unitId = caller.unit.id;
    const scope = { ...filters, unitId };
    const [after] = readCursor(scope, cursor, listKey) ?? [];
    const sight = await sightOf(services, caller);
    const conditions = conditionsOf(filters, sight, services.config.brand.zone, after);
    const rows = await FlowWarning.findAll({
      where: { [Op.and]: [{ unitId }, ...conditions] },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: await presentWarnings(services, items), next };
  },
});

const acknowledge = defineRoute({
  method: 'post',
  path: '/unit/flow/warnings/{id}/acknowledge',
  summary: 'Say that one sees to a warning; the first one who does is written down',
  access: staffWho('manageFlow'),
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: acknowledgement,
  answer: flowWarning,
  async handle({ services, origin, caller, params, input }) {
    const found = await FlowWarning.findByPk(params.id);
    const isSeen = found && isInSight(await sightOf(services, caller), found.pointId);
    if (!isSeen || !sameUnit(caller.unit, found)) {
      throw new AppError('not_found');
    }
    const warning = await acknowledgeWarning(services, origin, found.id, input.note);
    const [answer] = await presentWarnings(services, [warning]);
    if (!answer) {
      throw new AppError('not_found');
    }

    return answer;
  },
});

export const flowWarningRoutes: Route[] = [list, acknowledge];
