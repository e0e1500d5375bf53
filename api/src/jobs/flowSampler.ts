import type { Services } from '../context';
import { hourMs } from '../flow/countFlow';
import { insideNow } from '../flow/insideNow';
import type { PointsByUnit } from '../flow/pointsByUnit';
import { writeSamples } from '../flow/samples';
import type { UnitTree } from '../flow/unitTree';

function parentsOf(tree: UnitTree, pointIds: Iterable<string>): Map<string, readonly string[]> {
  const trees = [...tree.withThoseAbove(pointIds)].map((id) => [id, tree.treeOf(id)] as const);

  return new Map(trees.filter(([, points]) => points.length > 1));
}

/**
 * Of a point with others below it the past cannot be told from the counts, since somebody may be in several of them:
 * how many people it was is noted down, for the points where anything changed.
 */
export async function sampleFlow({ database, clock, flow }: Services, points: PointsByUnit): Promise<void> {
  const hour = Math.floor(clock.now() / hourMs);
  for (const [unitId, pointIds] of points.entries()) {
    const tree = await flow.trees.get(unitId);
    const inside = tree ? await insideNow(database, parentsOf(tree, pointIds)) : new Map<string, number>();
    if (inside.size > 0) {
      await database.write((tx) => writeSamples(database, hour, inside, tx));
    }
  }
}
