import { Op } from 'sequelize';
import { z } from 'zod';

import {
  device,
  deviceChange,
  deviceCreate,
  deviceCreated,
  devicePage,
  deviceQuery,
} from '@anxing/contract/devices';

import { cutPage, readCursor } from '../base/paging';
import { addDevice, type Coded } from '../commands/devices/addDevice';
import { changeDevice, renewEnrolment } from '../commands/devices/changeDevice';
import type { Services } from '../context';
import { Device } from '../models/device';
import { presentDevice, presentDevices, presentEnrolmentCode } from '../presenters/device';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownDevice } from './ownRecords';

const access = staffWho('manageDevices');
const listKey = z.tuple([z.uuid()]);

async function presentCoded(services: Services, { device: added, enrolment }: Coded) {
  return { device: await presentDevice(services, added), enrolment: presentEnrolmentCode(enrolment) };
}

const list = defineRoute({
  method: 'get',
  path: '/unit/devices',
  summary: 'Devices of the unit, newest first: where, when last seen, what was refused',
  access,
  personalData: 'none',
  limit: allowances.reading,
  query: deviceQuery,
  answer: devicePage,
  async handle({ services, caller, query: { cursor, limit, pointId } }) {
    const scope = { unitId: caller.unit.id, ...(pointId ? { pointId } : {}) };
    const after = readCursor(scope, cursor, listKey);
    const rows = await Device.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: await presentDevices(services, items), next };
  },
});

const add = defineRoute({
  method: 'post',
  path: '/unit/devices',
  summary: 'Add a device of an approved model; its enrolment code is told once',
  access,
  personalData: 'none',
  limit: allowances.writing,
  body: deviceCreate,
  answer: deviceCreated,
  status: 201,
  handle: async ({ services, origin, caller, input }) =>
    presentCoded(services, await addDevice(services, origin, caller.unit, input)),
});

const change = defineRoute({
  method: 'patch',
  path: '/unit/devices/{id}',
  summary: 'Rename or move a device, disable it at once or enable it again',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: deviceChange,
  answer: device,
  async handle({ services, origin, caller, params, input }) {
    const own = await ownDevice(caller, params.id);

    return presentDevice(services, await changeDevice(services, origin, own, input));
  },
});

const renew = defineRoute({
  method: 'post',
  path: '/unit/devices/{id}/enrolment',
  summary: 'A new enrolment code; the key that the device had is void at once',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  answer: deviceCreated,
  async handle({ services, origin, caller, params }) {
    const own = await ownDevice(caller, params.id);

    return presentCoded(services, await renewEnrolment(services, origin, own));
  },
});

export const deviceRoutes: Route[] = [list, add, change, renew];
