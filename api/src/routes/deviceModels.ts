import { Op } from 'sequelize';
import { z } from 'zod';

import {
  agreementRequest,
  conformanceRun,
  deviceModel,
  deviceModelPage,
  modelCreate,
  modelQuery,
} from '@anxing/contract/devices';

import { cutPage, readCursor } from '../base/paging';
import { agreeToModel } from '../commands/devices/agreeToModel';
import { registerModel } from '../commands/devices/registerModel';
import { startRun } from '../commands/devices/startRun';
import { DeviceModel } from '../models/deviceModel';
import { presentModel, presentModels, presentRun } from '../presenters/deviceModel';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownDeviceModel } from './ownRecords';

const access = staffWho('manageDevices');
const listKey = z.tuple([z.uuid()]);

const list = defineRoute({
  method: 'get',
  path: '/unit/device-models',
  summary: 'Models of turnstiles and terminals that the unit registered, newest first, each with its steps',
  access,
  personalData: 'full',
  limit: allowances.reading,
  query: modelQuery,
  answer: deviceModelPage,
  async handle({ services, caller, query: { cursor, limit } }) {
    const scope = { unitId: caller.unit.id };
    const after = readCursor(scope, cursor, listKey);
    const rows = await DeviceModel.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: await presentModels(services, items), next };
  },
});

const register = defineRoute({
  method: 'post',
  path: '/unit/device-models',
  summary: 'Register a model: the first step before its devices may be used',
  access,
  personalData: 'full',
  limit: allowances.writing,
  body: modelCreate,
  answer: deviceModel,
  status: 201,
  handle: async ({ services, origin, caller, input }) =>
    presentModel(services, await registerModel(services, origin, caller.unit, input)),
});

const conformance = defineRoute({
  method: 'post',
  path: '/unit/device-models/{id}/conformance',
  summary: 'Begin a conformance run: software of the model works at the address that is answered',
  access,
  personalData: 'none',
  limit: allowances.proving,
  params: byId,
  answer: conformanceRun,
  status: 201,
  async handle({ services, origin, caller, params }) {
    const model = await ownDeviceModel(caller, params.id);

    return presentRun(services, await startRun(services, origin, model));
  },
});

const agree = defineRoute({
  method: 'post',
  path: '/unit/device-models/{id}/agreement',
  summary: 'Accept the agreement for a model that passed its run; then the operator decides',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: agreementRequest,
  answer: deviceModel,
  async handle({ services, origin, caller, params, input }) {
    const { id } = await ownDeviceModel(caller, params.id);
    const accepted = { version: input.version, staffId: caller.staff.id };

    return presentModel(services, await agreeToModel(services, origin, id, accepted));
  },
});

export const deviceModelRoutes: Route[] = [list, register, conformance, agree];
