import { flowDays, flowDaysQuery, flowHours, flowHoursQuery } from '@anxing/contract/flow';
import { limits } from '@anxing/contract/limits';
import { Op } from 'sequelize';

import { addDays, dayOf, startOfDay } from '../base/days';
import { InvalidInput } from '../base/errors';
import type { Services } from '../context';
import { firstKeptHour, flowHistory, hoursOfDays, type HourFlow } from '../flow/flowHistory';
import { FlowWarning } from '../models/flowWarning';
import type { Point } from '../models/point';
import { presentDays, presentHour } from '../presenters/flowHistory';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { seenPoint } from './seenPoint';

const access = staffWho('readFlow');
const usualDays = 30;

async function historyOf(
  { database, flow, config, clock }: Services,
  point: Point,
  first: string,
  last: string,
): Promise<HourFlow[]> {
  const tree = await flow.trees.get(point.unitId);
  const now = clock.now();

  return flowHistory(database, {
    ...hoursOfDays(first, last, config.brand.zone),
    pointId: point.id,
    tree: tree?.treeOf(point.id) ?? [point.id],
    keptFrom: firstKeptHour(now, config.retention.flowDays),
    now,
  });
}

const hours = defineRoute({
  method: 'get',
  path: '/unit/points/{id}/flow/hours',
  summary: 'A point’s comings and goings and who was inside, hour by hour of a day; today unless told',
  access,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  query: flowHoursQuery,
  answer: flowHours,
  async handle({ services, caller, params, query, now }) {
    const point = await seenPoint(services, caller, params.id);
    const day = query.day ?? dayOf(now, services.config.brand.zone);

    return { day, hours: (await historyOf(services, point, day, day)).map(presentHour) };
  },
});

function rangeOf(query: { from?: string | undefined; to?: string | undefined }, today: string) {
  const to = query.to ?? today;
  const from = query.from ?? addDays(to, 1 - usualDays);
  if (from > to) {
    throw new InvalidInput({ from: 'range' });
  }
  if (addDays(from, limits.flowHistoryDays) <= to) {
    throw new InvalidInput({ from: 'rangeTooLong' });
  }

  return { from, to };
}

/** Warnings of a point that were at their fullest in some days. */
function warningsOf(pointId: string, first: string, last: string, zone: string): Promise<FlowWarning[]> {
  const [begin, end] = [startOfDay(first, zone), startOfDay(addDays(last, 1), zone)];

  return FlowWarning.findAll({ where: { pointId, peakAt: { [Op.gte]: begin, [Op.lt]: end } } });
}

const days = defineRoute({
  method: 'get',
  path: '/unit/points/{id}/flow/days',
  summary: 'A point’s comings and goings and its busiest moment, day by day; the last 30 days unless told',
  access,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  query: flowDaysQuery,
  answer: flowDays,
  async handle({ services, caller, params, query, now }) {
    const { zone } = services.config.brand;
    const { from, to } = rangeOf(query, dayOf(now, zone));
    const point = await seenPoint(services, caller, params.id);
    const [history, warnings] = await Promise.all([
      historyOf(services, point, from, to),
      warningsOf(point.id, from, to, zone),
    ]);

    return { items: presentDays(from, to, zone, history, warnings) };
  },
});

export const flowHistoryRoutes: Route[] = [hours, days];
