import type { Point } from '../models/point';

export function presentPlace(point: Point): { name: string; address: string } {
  return { name: point.name, address: point.address };
}
