import type { Point } from '@anxing/contract/points';
import type { PosterState } from '@anxing/contract/posters';

import { fakeId } from './fakeIds';

const pointIdKind = 1;
const posterIdKind = 2;

export function fakePoster(number: number, serial: number, issuedAt: number): PosterState {
  return {
    id: fakeId(posterIdKind, number),
    serial,
    shortCode: `AX${String(number).padStart(4, '0')}-${serial}`,
    link: `https://code.example.cn/p/AQAAAAAAAAAAAAAAAAAAAAAAAAA${String(number).padStart(4, '0')}`,
    issuedAt,
    revokedAt: null,
    printed: number % 3,
    printedBySize: { a3: 0, a4: number % 3, a5: 0, card: 0 },
    firstPrintedAt: number % 3 === 0 ? null : issuedAt,
    firstScannedAt: null,
  };
}

interface Sketch {
  name: string;
  address: string;
  category?: string;
  kind?: Point['kind'];
  parent?: number;
  capacity?: number;
  warningLine?: number;
  hasPoster?: boolean;
  active?: boolean;
}

const sketches: Sketch[] = [
  { name: '政务服务中心', address: '示例路 1 号', capacity: 800, warningLine: 600 },
  { name: '一层大厅', address: '示例路 1 号一层', kind: 'floor', parent: 1, capacity: 300, warningLine: 120 },
  { name: '二层窗口区', address: '示例路 1 号二层', kind: 'floor', parent: 1, hasPoster: false },
  { name: '东门', address: '示例路 1 号一层东侧', kind: 'gate', parent: 2 },
  { name: '职工食堂', address: '示例路 3 号', category: 'restaurant', capacity: 40, warningLine: 30 },
  {
    name: '示例省行政审批与公共资源交易服务中心城东分中心综合业务受理区',
    address: '示例省示例市示例区人民大道 1088 号公共服务大楼 A 座三层至五层（地铁 2 号线示例站 C 出口旁）',
    hasPoster: false,
  },
  { name: '旧办事大厅', address: '示例路 9 号', hasPoster: false, active: false },
];

function pointOf(sketch: Sketch, number: number, now: number): Point {
  const { name, address, category = 'serviceHall', kind = 'place', parent, active = true } = sketch;

  return {
    id: fakeId(pointIdKind, number),
    parentId: parent === undefined ? null : fakeId(pointIdKind, parent),
    name,
    address,
    kind,
    category,
    division: '110000',
    capacity: sketch.capacity ?? null,
    warningLine: sketch.warningLine ?? null,
    location: null,
    line: null,
    plate: null,
    active,
    createdAt: now - 30 * 86_400_000,
    poster: sketch.hasPoster === false ? null : fakePoster(number, 1, now - 86_400_000),
  };
}

/** A unit's points: a building with floors and a gate, and some more, up to `count`. */
export function fakePoints(now: number, count = 27): Point[] {
  const more = Array.from({ length: count - sketches.length }, (_, index) => ({
    name: `便民服务点 ${index + 1}`,
    address: `示例街 ${index + 1} 号`,
  }));

  return [...sketches, ...more].map((sketch, index) => pointOf(sketch, index + 1, now));
}
