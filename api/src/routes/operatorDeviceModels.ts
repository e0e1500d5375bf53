import { Op } from 'sequelize';
import { z } from 'zod';

import { modelRefusal, waitingModel, waitingModelPage, waitingModelQuery } from '@anxing/contract/devices';

import { cutPage, readCursor } from '../base/paging';
import { approveModel, refuseModel } from '../commands/devices/decideModel';
import { noteRead } from '../commands/noteRead';
import type { Services } from '../context';
import { DeviceModel } from '../models/deviceModel';
import { presentWaitingModels } from '../presenters/deviceModel';
import { operatorWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const access = operatorWho('approveDevices');
const listKey = z.tuple([z.uuid()]);

async function presentOne(services: Services, model: DeviceModel) {
  const [shown] = await presentWaitingModels(services, [model]);
  if (!shown) {
    throw new Error('a model that was there is not shown');
  }

  return shown;
}

const list = defineRoute({
  method: 'get',
  path: '/operator/device-models',
  summary: 'Models of devices that units registered, newest first; those that wait for a decision by state',
  access,
  personalData: 'full',
  limit: allowances.reading,
  query: waitingModelQuery,
  answer: waitingModelPage,
  async handle({ services, origin, query: { cursor, limit, state } }) {
    const scope = state ? { state } : {};
    const after = readCursor(scope, cursor, listKey);
    const rows = await DeviceModel.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);
    await noteRead(services, origin, 'device_models.list', 'all', { count: items.length });

    return { items: await presentWaitingModels(services, items), next };
  },
});

const approve = defineRoute({
  method: 'post',
  path: '/operator/device-models/{id}/approve',
  summary: 'Let devices of a model be added by its unit',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  answer: waitingModel,
  async handle({ services, origin, caller, params }) {
    const decided = { id: params.id, staffId: caller.staff.id };

    return presentOne(services, await approveModel(services, origin, decided));
  },
});

const refuse = defineRoute({
  method: 'post',
  path: '/operator/device-models/{id}/refuse',
  summary: 'Refuse a model, or withdraw one: its devices are refused at once. The unit is told why',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: modelRefusal,
  answer: waitingModel,
  async handle({ services, origin, caller, params, input }) {
    const decided = { id: params.id, staffId: caller.staff.id, reason: input.reason };

    return presentOne(services, await refuseModel(services, origin, decided));
  },
});

export const operatorDeviceModelRoutes: Route[] = [list, approve, refuse];
