import { addDays, dayOf } from '../../../api/src/base/days';
import { deliverFacts, type ReportedFact } from '../../../api/src/commands/deliverFacts';
import { followScreening } from '../../../api/src/commands/screening/followScreening';
import { Message } from '../../../api/src/models/message';
import { buildFeedClient, type FeedClient } from './feedClient';
import type { TestApi } from './testApi';

export const dayMs = 86_400_000;

/** YYYY-MM-DD so many days ago by the server's clock. */
export function dayAgo({ clock, services }: TestApi, days: number): string {
  return addDays(dayOf(clock.now(), services.config.brand.zone), -days);
}

export interface ListRow {
  idNumber: string;
  kind?: string;
  /** Days ago on which the list begins. */
  from?: number;
  /** Days from now: the last day that counts. */
  until?: number;
}

/** A department that delivers its list whole each time. */
export class ListDeliverer {
  private constructor(
    private readonly api: TestApi,
    private readonly client: FeedClient,
  ) {}

  static async build(api: TestApi, channel = 'main'): Promise<ListDeliverer> {
    return new ListDeliverer(
      api,
      await buildFeedClient(api, 'screening', { channel, owner: '示例市卫健委' }),
    );
  }

  async deliver(...rows: readonly ListRow[]): Promise<void> {
    const said = rows.map(({ idNumber, kind = 'medicalStaff', from = 0, until }) => ({
      idNumber,
      kind,
      date: dayAgo(this.api, from),
      ...(until === undefined ? {} : { until: dayAgo(this.api, -until) }),
    }));
    const { body } = await this.client.deliver(said).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', wrong: 0 });
  }
}

/** A result of a laboratory. @param daysAgo when the sample was taken */
export function deliverTest(
  { services, clock }: TestApi,
  idNumber: string,
  daysAgo: number,
  kind = 'nucleicNegative',
): Promise<void> {
  const sampledAt = clock.now() - daysAgo * dayMs;
  const fact: ReportedFact = {
    idType: 'resident',
    idNumber,
    kind,
    date: dayOf(sampledAt, services.config.brand.zone),
    validFrom: sampledAt,
  };

  return deliverFacts(services, { source: 'tests', submittedBy: '示例检测中心', facts: [fact] });
}

/** All results of somebody are taken back. */
export function withdrawTests({ services }: TestApi, idNumber: string): Promise<void> {
  const withdraws = {
    subjectIndexes: [services.index.identity('resident', idNumber)],
    kinds: ['nucleicNegative', 'nucleicPositive'],
  };

  return deliverFacts(services, { source: 'tests', submittedBy: '示例检测中心', facts: [], withdraws });
}

export function follow({ services }: TestApi): Promise<void> {
  return followScreening.perform(services);
}

/** What is kept of somebody, by group. */
export async function duesOf({ services }: TestApi, idNumber: string) {
  const rows = await services.database.select(
    'SELECT group_id, listed_on, last_test_at, due_on FROM screening_dues WHERE subject_index = ? ORDER BY group_id',
    [services.index.identity('resident', idNumber)],
  );

  return rows.map((row) => ({
    group: String(row.group_id),
    listedOn: String(row.listed_on),
    isTested: row.last_test_at !== null,
    dueOn: String(row.due_on),
  }));
}

/** What somebody was told of tests, the first first. */
export async function remindersOf(personId: string): Promise<{ title: string; body: string }[]> {
  const messages = await Message.findAll({
    where: { personId, kind: ['screening', 'memberScreening'] },
    order: ['id'],
  });

  return messages.map(({ title, body }) => ({ title, body }));
}
