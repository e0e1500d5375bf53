import type { PointFlow } from './flowToday';
import type { TreePoint, UnitTree } from './unitTree';

/** One open point with its counts of today. */
export interface FlowRow {
  point: TreePoint;
  flow: PointFlow;
}

function isSame(one: FlowRow, other: FlowRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The rows of a unit's open points as they were told last. */
export class LiveRows {
  private readonly rows = new Map<string, FlowRow>();

  get all(): ReadonlyMap<string, FlowRow> {
    return this.rows;
  }

  /** @returns the points whose rows are different now, or new */
  take(tree: UnitTree | undefined, flows: ReadonlyMap<string, PointFlow>): Set<string> {
    const changed = new Set<string>();
    for (const [id, flow] of flows) {
      const point = tree?.points.get(id);
      const known = this.rows.get(id);
      if (point && !(known && isSame(known, { point, flow }))) {
        this.rows.set(id, { point, flow });
        changed.add(id);
      }
    }

    return changed;
  }

  /** Forgets what is not open any more. @returns which points that were */
  dropClosed(tree: UnitTree | undefined): Set<string> {
    const gone = [...this.rows.keys()].filter((id) => !tree?.points.get(id)?.active);
    gone.forEach((id) => this.rows.delete(id));

    return new Set(gone);
  }
}
