import { currentDuty, duty } from '@anxing/contract/duties';
import { dutyRequest } from '@anxing/contract/visits';

import { endDuties } from '../commands/endDuties';
import { startDuty } from '../commands/startDuty';
import { writeAs } from '../context';
import { Duty } from '../models/duty';
import { Point } from '../models/point';
import { presentDuty } from '../presenters/duty';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { standingPoint } from './standingPoint';

const access = staffWho('checkPeople');

const start = defineRoute({
  method: 'post',
  path: '/unit/duties',
  summary: 'Sign on at a point, and off where one was before',
  access,
  personalData: 'none',
  limit: allowances.writing,
  body: dutyRequest,
  answer: duty,
  status: 201,
  async handle({ services, origin, caller, input }) {
    const point = await standingPoint(services, caller, input.pointId);
    const started = await startDuty(services, origin, caller.staff, input);

    return presentDuty(started, point);
  },
});

const show = defineRoute({
  method: 'get',
  path: '/unit/duties/current',
  summary: 'Where the caller is signed on; null when nowhere, and what ended it without him',
  access,
  personalData: 'none',
  limit: allowances.reading,
  answer: currentDuty,
  async handle({ caller }) {
    const { id: staffId } = caller.staff;
    const current = await Duty.findOne({ where: { staffId, until: null } });
    const point = current && (await Point.findByPk(current.pointId));
    if (current && point) {
      return { duty: presentDuty(current, point), endedBy: null };
    }
    const last = await Duty.findOne({ where: { staffId }, order: [['until', 'DESC']] });

    return { duty: null, endedBy: last?.endedBy ?? null };
  },
});

const end = defineRoute({
  method: 'delete',
  path: '/unit/duties/current',
  summary: 'Sign off',
  access,
  personalData: 'none',
  limit: allowances.writing,
  async handle({ services, origin, caller }) {
    await writeAs(services, origin, (scene) => endDuties(scene, { staffId: [caller.staff.id] }));
  },
});

export const dutyRoutes: Route[] = [start, show, end];
