import fc from 'fast-check';

import { deriveFacts } from '../../../../api/src/commands/feeds/derive/deriveFacts';
import type { RiskStage } from './riskStage';
import { fullSources, type Told, type ToldBatch } from './told';

/** A delivery with its number among those of its source. */
export interface Numbered {
  batch: ToldBatch;
  sequence: number;
}

export function numbered(told: Told): Numbered[] {
  const counts = new Map<string, number>();

  return told.map((batch) => {
    const sequence = (counts.get(batch.source) ?? 0) + 1;
    counts.set(batch.source, sequence);

    return { batch, sequence };
  });
}

/** What happens before a delivery. */
type Before = 'nothing' | 'turn' | 'contacts' | 'sealed' | 'cut';

const remembered = 40;

export const anyBefore = fc.array(
  fc.constantFrom<Before>('nothing', 'nothing', 'nothing', 'turn', 'contacts', 'sealed', 'cut'),
  { minLength: remembered, maxLength: remembered },
);

async function doBefore(stage: RiskStage, before: Before | undefined, { batch, sequence }: Numbered) {
  switch (before) {
    case 'turn':
      return stage.recomputer.turn();
    case 'contacts':
    case 'sealed':
      return deriveFacts(stage.api.services, before, new AbortController().signal);
    case 'cut': {
      // Its rows are read and stored, and then the end is missing.
      const { status } = await stage.deliver(batch, { sequence, signedBody: 'longer than what came' });
      expect(status).toBeGreaterThanOrEqual(400);

      return undefined;
    }
    default:
      return undefined;
  }
}

/** Delivers in the order given; who is refused because another one is missing comes again after the others. */
export async function deliverAll(
  stage: RiskStage,
  order: readonly Numbered[],
  before: readonly Before[] = [],
): Promise<void> {
  const queue = [...order];
  const highest = new Map<string, number>();
  const began = stage.api.clock.now();
  for (let step = 0; queue.length > 0; step += 1) {
    const [next] = queue.splice(0, 1);
    if (!next) {
      return;
    }
    await doBefore(stage, before[step % remembered], next);
    const { batch, sequence } = next;
    const { status } = await stage.deliver(batch, { sequence, asOf: began + sequence });
    expect([201, 409]).toContain(status);
    // A list says everything: once a later one is in force, nobody needs the earlier one.
    const isPassed = fullSources.includes(batch.source) && (highest.get(batch.source) ?? 0) > sequence;
    if (status === 201) {
      highest.set(batch.source, sequence);
    } else if (!isPassed) {
      queue.push(next);
    }
  }
}
