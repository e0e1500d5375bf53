import type { FlowChange } from '../flow/countFlow';
import type { StoredPresence } from '../flow/storedPresences';
import { nothing, planMovement, type Movement } from './movePresence';
import type { PassageOrder } from './order';
import type { Passage } from './passage';

/** What a batch of passages comes to. */
export interface BatchPlan {
  /** In the order in which they were given, with what counts. */
  passages: Passage[];
  /** The presences that change, as they are afterwards. */
  presences: StoredPresence[];
  flow: FlowChange[];
}

/** The presences of one person while a batch is planned. */
export class PersonState {
  private readonly byPoint: Map<string, StoredPresence>;

  private readonly touched = new Set<string>();

  constructor(presences: readonly StoredPresence[]) {
    this.byPoint = new Map(presences.map((presence) => [presence.pointId, presence]));
  }

  get all(): StoredPresence[] {
    return [...this.byPoint.values()];
  }

  get changed(): StoredPresence[] {
    return this.all.filter(({ pointId }) => this.touched.has(pointId));
  }

  apply({ ends, own }: Movement, { passage, rootId }: Pick<PassageOrder, 'passage' | 'rootId'>): void {
    for (const end of ends) {
      const open = this.byPoint.get(end.pointId);
      if (open) {
        this.set({ ...open, ...end });
      }
    }
    if (own) {
      const { personId, pointId, unitId, day: passageDay, id: passageId } = passage;
      this.set({ personId, pointId, unitId, rootId, passageDay, passageId, ...own });
    }
  }

  private set(presence: StoredPresence): void {
    this.byPoint.set(presence.pointId, presence);
    this.touched.add(presence.pointId);
  }
}

function statesOf(orders: readonly PassageOrder[], stored: readonly StoredPresence[]) {
  const byPerson = new Map<string, StoredPresence[]>(orders.map(({ passage }) => [passage.personId, []]));
  for (const presence of stored) {
    byPerson.get(presence.personId)?.push(presence);
  }

  return new Map([...byPerson].map(([personId, presences]) => [personId, new PersonState(presences)]));
}

/**
 * Plans several passages as if they were written one after the other.
 * @param stored every presence of the people in the batch
 * @param now ms
 */
export function planBatch(
  orders: readonly PassageOrder[],
  stored: readonly StoredPresence[],
  now: number,
): BatchPlan {
  const states = statesOf(orders, stored);
  const plan: BatchPlan = { passages: [], presences: [], flow: [] };
  for (const order of orders) {
    const { passage, rootId, stayMs, waits = false } = order;
    const state = states.get(passage.personId) ?? new PersonState([]);
    const movement = waits ? nothing : planMovement(passage, state.all, { rootId, stayMs, now });
    state.apply(movement, order);
    plan.passages.push({ ...passage, counted: movement.counted });
    plan.flow.push(...movement.flow);
  }
  plan.presences = [...states.values()].flatMap(({ changed }) => changed);

  return plan;
}
