import type { PassageDetail } from '@anxing/contract/passages';
import type { Point } from '@anxing/contract/points';

import { fakeId } from './fakeIds';

const colours = ['green', 'green', 'green', 'orange', 'unknown'];
const decisions = { green: 'allow', orange: 'stop', unknown: 'ask' } as const;
const names = ['**明', '*芳', '**安', '*磊', '***宁'];

function take<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) {
    throw new Error('Nothing to take from');
  }

  return item;
}

function passageOf(points: readonly Point[], index: number, now: number): PassageDetail {
  const at = now - index * 7 * 60_000;
  const point = take(points, index);
  const colour = take(colours, index) as keyof typeof decisions;
  const kind = index % 4 === 1 ? 'scan' : 'visit';

  return {
    id: `${at
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7000-8000-${String(index).padStart(12, '0')}`,
    kind,
    direction: index % 3 === 2 ? 'out' : 'in',
    at,
    receivedAt: at + 400,
    point: { id: point.id, name: point.name },
    address: point.address,
    person: take(names, index),
    personId: fakeId(5, index % names.length),
    idNumber: '11*****321',
    phone: '138****0001',
    colour,
    decision: decisions[colour],
    why: colour === 'green' ? null : '健康码状态需要核实',
    temperature: kind === 'scan' ? (index === 5 ? 37.8 : 36.5) : null,
    mask: kind === 'scan' ? true : null,
    staff: kind === 'scan' ? '王建国' : null,
    staffId: kind === 'scan' ? fakeId(3, 4) : null,
    device: null,
    reason: null,
    override: null,
    late: false,
    object: null,
    note: null,
    counted: index % 10 !== 9,
  };
}

/** Comings and goings, newest first, one every seven minutes. */
export function fakePassages(points: readonly Point[], now: number, count = 47): PassageDetail[] {
  const open = points.filter(({ active }) => active);

  return Array.from({ length: count }, (_, index) => passageOf(open, index, now));
}
