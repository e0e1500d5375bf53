import type { Device, WaitingModel } from '@anxing/contract/devices';

import { fakeId } from './fakeIds';

const modelKind = 30;
const deviceKind = 31;

function fakeModel(number: number, now: number, given: Partial<WaitingModel>): WaitingModel {
  return {
    id: fakeId(modelKind, number),
    maker: '示例设备公司',
    model: `AX-GATE-${number}`,
    kind: 'turnstile',
    contact: { name: '林工', phone: '13800001234' },
    state: 'open',
    createdAt: now - 86_400_000,
    run: null,
    conformedAt: null,
    agreement: null,
    decision: null,
    devices: 0,
    unit: { id: fakeId(4, 1), name: '示例市政务服务中心' },
    ...given,
  };
}

const agreed = { version: '2026-11-01', by: '陈志远' };

export function fakeModels(now: number): WaitingModel[] {
  const conformedAt = now - 3_600_000;
  const agreement = { ...agreed, at: conformedAt };

  return [
    fakeModel(1, now, {
      state: 'approved',
      conformedAt,
      agreement,
      decision: { at: now, reason: null },
      devices: 1,
    }),
    fakeModel(2, now, { conformedAt, kind: 'terminal' }),
    fakeModel(3, now, { state: 'waiting', conformedAt, agreement }),
    fakeModel(4, now, { state: 'refused', decision: { at: now, reason: '联系人电话无人接听' } }),
  ];
}

export function fakeDevice(number: number, now: number, given: Partial<Device> = {}): Device {
  return {
    id: fakeId(deviceKind, number),
    name: '东门闸机',
    serial: 'SN-0001',
    model: {
      id: fakeId(modelKind, 1),
      maker: '示例设备公司',
      model: 'AX-GATE-1',
      kind: 'turnstile',
      approved: true,
    },
    point: { id: fakeId(1, 1), name: '示例商场' },
    state: 'enrolled',
    createdAt: now - 86_400_000,
    enrolledAt: now - 80_000_000,
    codeUntil: null,
    lastSeenAt: now - 20_000,
    firmware: '1.0.3',
    clockOffset: -42_000,
    queued: 3,
    refusals: [{ cause: 'signature_skewed', count: 12, lastAt: now - 60_000 }],
    ...given,
  };
}
