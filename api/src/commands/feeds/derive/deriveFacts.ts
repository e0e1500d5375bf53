import { newId } from '../../../base/ids';
import type { Services } from '../../../context';
import type { FeedRow } from '../../../risk/feedRows/feedRow';
import type { FeedRule } from '../../../risk/feedRules';
import { factRowKey } from '../../../risk/rowKeys';
import { systemActor } from '../../../storage/scene';
import { BatchTally } from '../batchTally';
import { whileHeld } from '../batchLease';
import { BatchRefused } from '../batchRefused';
import { dropBatch } from '../dropBatch';
import { holdBatch } from '../holdBatch';
import { openBatch } from '../openBatch';
import { storeRows, type Batching } from '../storeRows';
import { derivedContacts, type DerivedFact } from './contacts';
import { NextChange } from './nextChange';
import { derivedResidents } from './residents';

const rowsAtOnce = { sqlite: 40, mysql: 1_000 };
const system = { actor: systemActor, ip: null };

/** What is derived, from the registers as they are in force now. */
const derivations = { contacts: derivedContacts, sealed: derivedResidents };
export type Derivation = keyof typeof derivations;

export function isDerivation(name: string): name is Derivation {
  return name in derivations;
}

/** What is derived takes the place of everything that was derived before. */
function derivedFeed({ feedRules }: Services, source: string): FeedRule {
  const feed = feedRules.find((rule) => rule.source === source);
  if (!feed) {
    throw new Error(`no such feed: ${source}`);
  }

  return { ...feed, delivery: 'full', target: 'facts' };
}

class Derived {
  private rows: FeedRow[] = [];

  private line = 0;

  constructor(
    private readonly services: Services,
    private readonly batching: Batching,
    readonly tally: BatchTally,
  ) {}

  async take(facts: readonly DerivedFact[]): Promise<void> {
    for (const fact of facts) {
      this.rows.push(this.rowOf(fact));
    }
    if (this.rows.length >= rowsAtOnce[this.services.database.dialect]) {
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    const size = rowsAtOnce[this.services.database.dialect];
    while (this.rows.length > 0) {
      const some = this.rows.splice(0, size);
      this.tally.rows += some.length;
      this.tally.stored(await storeRows(this.services, this.batching, some));
    }
  }

  private rowOf(fact: DerivedFact): FeedRow {
    this.line += 1;
    const content = { ...fact, source: this.batching.feed.source };
    const rowKey = factRowKey(this.services.index, content);

    return {
      ...fact,
      line: this.line,
      operation: 'add',
      matchKey: null,
      partKey: null,
      position: null,
      rowKey,
    };
  }
}

/**
 * Works out anew what follows from the registers: what is new is added, what no longer follows is closed, all at once.
 * Doing it again without a change does nothing to anybody.
 * @returns ms when it is to be done again though nothing new came
 */
export async function deriveFacts(
  services: Services,
  source: Derivation,
  signal: AbortSignal,
): Promise<number | undefined> {
  const feed = derivedFeed(services, source);
  const now = services.clock.now();
  const name = newId(now);
  const next = new NextChange(now);
  const { batch } = await openBatch(services, system, feed, {
    source,
    channel: 'derived',
    name,
    sequence: null,
    asOf: now,
    digest: name,
    origin: 'derived',
    submittedBy: '系统比对',
    unitId: null,
    staffId: null,
  });
  try {
    await whileHeld(services, batch, async () => {
      const derived = new Derived(services, { batch, feed }, new BatchTally());
      for await (const facts of derivations[source](services, next)) {
        signal.throwIfAborted();
        await derived.take(facts);
      }
      await derived.flush();
      await holdBatch(services, system, batch, derived.tally);
    });

    return next.at;
  } catch (error) {
    const fault = error instanceof BatchRefused ? error.fault : 'interrupted';
    const { id, holder } = batch;
    await dropBatch(services, id, { state: 'refused', fault, from: 'receiving', holder });
    throw error;
  }
}
