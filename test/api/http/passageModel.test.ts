import fc from 'fast-check';

import { automaticLeave } from '../../../api/src/jobs/automaticLeave';
import { checkInId } from '../../support/api/checkIn';
import { Expected } from '../../support/api/model/expected';
import { Stage, type Sent } from '../../support/api/model/stage';
import { anySteps, type Step } from '../../support/api/model/steps';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

/** Of a mall. */
const stayMs = 6 * 3_600_000;
const fever = 38.5;
const healthy = 36.4;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** The same story told to the service and to the model. */
class Story {
  private readonly expected = new Expected(stayMs);

  private readonly sent: { send: Sent; answer: string }[] = [];

  private readonly lastEntry = new Map<number, { id: string; point: number }>();

  constructor(private readonly stage: Stage) {}

  async tell(step: Step): Promise<void> {
    api.clock.advance(1_000);
    switch (step.kind) {
      case 'visit':
        return this.visit(step);
      case 'scan':
        return this.scan(step);
      case 'leave':
        return this.leave(step.person);
      case 'together':
        return this.together(step);
      case 'repeat':
        return this.repeat(step.which);
      case 'automaticLeave':
        await automaticLeave.perform(api.services);

        return this.expected.automaticLeave(api.clock.now());
      case 'wait':
        return api.clock.advance(step.minutes * 60_000);
    }
  }

  async compare(): Promise<void> {
    const { ids, tallies, inside } = this.expected;
    expect(await this.stage.stored()).toEqual({ ids: [...ids].sort(), tallies, inside });
  }

  private visit({ person, point, direction }: Extract<Step, { kind: 'visit' }>): Promise<void> {
    const id = checkInId(api.clock.now());

    return this.send(person, point, id, this.stage.visit(person, id, { point, direction }));
  }

  private scan({ person, point, direction, hasFever }: Extract<Step, { kind: 'scan' }>): Promise<void> {
    const id = checkInId(api.clock.now());
    const temperature = hasFever ? fever : healthy;

    return this.send(person, point, id, this.stage.scan(person, id, { point, direction, temperature }));
  }

  private async leave(person: number): Promise<void> {
    const entry = this.lastEntry.get(person);
    if (entry) {
      const id = checkInId(api.clock.now());
      const parts = { passage: entry.id, direction: 'out' } as const;
      await this.send(person, entry.point, id, this.stage.visit(person, id, parts));
    }
  }

  private async together({ people, point }: Extract<Step, { kind: 'together' }>): Promise<void> {
    await Promise.all(people.map((person) => this.visit({ kind: 'visit', person, point, direction: 'in' })));
  }

  /** Whatever has changed since: the answer is the first one, and nothing is counted. */
  private async repeat(which: number): Promise<void> {
    const one = this.sent[which % Math.max(1, this.sent.length)];
    if (one) {
      const again = await Promise.all([one.send(), one.send()]);
      expect(again.map(essence)).toEqual([one.answer, one.answer]);
    }
  }

  private async send(person: number, point: number, id: string, send: Sent): Promise<void> {
    const passage = await send();
    this.sent.push({ send, answer: essence(passage) });
    this.expected.ids.add(id);
    if (passage.decision === 'stop' || passage.direction === 'out') {
      this.expected.leave(person, point);
    } else {
      this.expected.enter(person, point, passage.at);
      this.lastEntry.set(person, { id, point });
    }
  }
}

function essence({ id, at, pointId, decision, direction, counted }: Awaited<ReturnType<Sent>>): string {
  return [id, at, pointId, decision, direction, counted].join(' ');
}

test('whatever people, guards, phones and the clock do, the database holds what the model says', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      api.clock.reset();
      const story = new Story(await Stage.build(api));
      for (const step of steps) {
        kinds.add(step.kind);
        await story.tell(step);
      }
      await story.compare();
    }),
    { numRuns: 30 },
  );
  expect(kinds.size).toBe(7);
}, 120_000);
