import {
  agreementRequest,
  deviceChange,
  deviceCreate,
  deviceQuery,
  modelCreate,
  modelRefusal,
  waitingModelQuery,
  type ConformanceRun,
  type Device,
  type WaitingModel,
} from '@anxing/contract/devices';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { fakeDevice } from './fakeDevices';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

function modelOf({ models }: FakeHouse, id: string | undefined): WaitingModel {
  const model = models.find((one) => one.id === id);
  if (!model) {
    throw new FakeRefusal('not_found');
  }

  return model;
}

function deviceOf({ devices }: FakeHouse, id: string | undefined): Device {
  const found = devices.find((one) => one.id === id);
  if (!found) {
    throw new FakeRefusal('not_found');
  }

  return found;
}

function register({ house, body }: FakeCall) {
  const input = checked(modelCreate, body);
  const [first] = house.models;
  if (!first) {
    throw new FakeRefusal('not_found');
  }
  const fresh = { state: 'open' as const, run: null, conformedAt: null, agreement: null, decision: null };
  const model = { ...first, ...fresh, ...input, id: fakeId(30, house.models.length + 1), devices: 0 };
  house.models.unshift(model);

  return json(model, 201);
}

function startRun({ house, params }: FakeCall) {
  const run: ConformanceRun = {
    id: fakeId(32, 1),
    state: 'running',
    address: `https://code.example.gov.cn/api/v1/device/conformance/${fakeId(32, 1)}`,
    startedAt: house.now,
    expiresAt: house.now + 86_400_000,
    endedAt: null,
    hasKey: false,
    tasks: 42,
    right: null,
    wrong: [],
  };
  modelOf(house, params[0]).run = run;

  return json(run, 201);
}

function agree({ house, params, body }: FakeCall) {
  const { version } = checked(agreementRequest, body);
  const model = modelOf(house, params[0]);
  Object.assign(model, { state: 'waiting', agreement: { version, by: '陈志远', at: house.now } });

  return json(model);
}

function add({ house, body }: FakeCall) {
  const input = checked(deviceCreate, body);
  const point = house.points.find(({ id }) => id === input.pointId);
  const { name, serial } = input;
  const device = fakeDevice(house.devices.length + 1, house.now, {
    name,
    serial,
    point: { id: input.pointId, name: point?.name ?? '' },
    state: 'new',
    refusals: [],
  });
  house.devices.unshift(device);

  return json({ device, enrolment: { code: 'ABCD-EFGH-JKMN-PQRS', expiresAt: house.now + 86_400_000 } }, 201);
}

function change({ house, params, body }: FakeCall) {
  const { name, active } = checked(deviceChange, body);
  const device = deviceOf(house, params[0]);
  Object.assign(device, {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { state: active ? 'enrolled' : 'disabled' }),
  });

  return json(device);
}

function renew({ house, params }: FakeCall) {
  const device = deviceOf(house, params[0]);
  device.state = 'new';

  return json({ device, enrolment: { code: 'WXYZ-2345-6789-ABCD', expiresAt: house.now + 86_400_000 } });
}

function decide(state: 'approved' | 'refused') {
  return ({ house, params, body }: FakeCall) => {
    const reason = state === 'refused' ? checked(modelRefusal, body).reason : null;
    const model = modelOf(house, params[0]);
    Object.assign(model, { state, decision: { at: house.now, reason } });

    return json(model);
  };
}

export const deviceRoutes: FakeRoute[] = [
  {
    call: /^GET unit\/device-models$/,
    handle: ({ house }) => json({ items: house.models, next: null }),
  },
  { call: /^POST unit\/device-models$/, handle: register },
  { call: /^POST unit\/device-models\/([\w-]+)\/conformance$/, handle: startRun },
  { call: /^POST unit\/device-models\/([\w-]+)\/agreement$/, handle: agree },
  {
    call: /^GET unit\/devices$/,
    handle: ({ house, query }) => json(pageOf(house.devices, checked(deviceQuery, query))),
  },
  { call: /^POST unit\/devices$/, handle: add },
  { call: /^PATCH unit\/devices\/([\w-]+)$/, handle: change },
  { call: /^POST unit\/devices\/([\w-]+)\/enrolment$/, handle: renew },
  {
    call: /^GET operator\/device-models$/,
    handle({ house, query }) {
      const asked = checked(waitingModelQuery, query);
      const models = house.models.filter(({ state }) => asked.state === undefined || state === asked.state);

      return json(pageOf(models, asked));
    },
  },
  { call: /^POST operator\/device-models\/([\w-]+)\/approve$/, handle: decide('approved') },
  { call: /^POST operator\/device-models\/([\w-]+)\/refuse$/, handle: decide('refused') },
];
