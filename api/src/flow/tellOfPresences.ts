import type { Bus } from '../storage/bus';
import { PointsByUnit } from './pointsByUnit';
import type { StoredPresence } from './storedPresences';

/** Tells whoever follows the flow where presences changed; after their commit. */
export function tellOfPresences(bus: Bus, presences: readonly StoredPresence[]): void {
  const points = new PointsByUnit();
  for (const { unitId, pointId } of presences) {
    points.add(unitId, [pointId]);
  }
  for (const [unitId, pointIds] of points.entries()) {
    bus.publish('flow', { unitId, pointIds: [...pointIds] });
  }
}
