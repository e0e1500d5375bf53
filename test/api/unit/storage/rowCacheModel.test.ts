import fc from 'fast-check';

import { RowCache, staleByIdOf } from '../../../../api/src/storage/rowCache';
import { settled } from '../../../support/api/heldQueries';
import { TestBus } from '../../../support/api/testBus';

interface Row {
  version: number;
}

/** What may happen around one row, in any order. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.constant('ask' as const) },
  { weight: 3, arbitrary: fc.constant('send' as const) },
  { weight: 4, arbitrary: fc.constant('answer' as const) },
  { weight: 2, arbitrary: fc.constant('change' as const) },
  { weight: 1, arbitrary: fc.constant('sicken' as const) },
  { weight: 1, arbitrary: fc.constant('recover' as const) },
);

type Step = 'ask' | 'send' | 'answer' | 'change' | 'sicken' | 'recover';

/** A row that others change while it is read; a query answers what was there when it was sent. */
class ChangingRow {
  private readonly bus = new TestBus();

  private version = 1;

  private readonly sent: { version: number; answer(): void }[] = [];

  private readonly cache = new RowCache<Row>({
    bus: this.bus,
    size: 10,
    staleBy: staleByIdOf('posters'),
    load: (keys) =>
      new Promise((done) => {
        const { version } = this;
        this.sent.push({ version, answer: () => done(new Map(keys.map((key) => [key, { version }]))) });
      }),
  });

  /** Nobody can tell of a change while the bus is ill. */
  private readonly steps: Record<Step, () => unknown> = {
    ask: () => void this.cache.get('a'),
    send: () => settled(),
    answer: () => this.sent.shift()?.answer(),
    change: () => {
      this.version += 1;
      if (this.bus.isHealthy()) {
        this.bus.publish('changes', [{ table: 'posters', id: 'a' }]);
      }
    },
    sicken: () => this.bus.sicken(),
    recover: () => this.bus.recover(),
  };

  /** @returns whether what is kept now, if anything, is how the row is */
  async isTrueAfter(step: Step): Promise<boolean> {
    await this.steps[step]();
    await Promise.resolve();
    const kept = this.cache.kept('a');

    return kept === undefined || kept.version === this.version;
  }
}

test('whatever happens in whatever order, what is kept is never older than the last change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const row = new ChangingRow();
      for (const step of steps) {
        expect(await row.isTrueAfter(step)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
