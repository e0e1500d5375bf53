import { addDays, dayOf } from '../../../../api/src/base/days';
import { performOverdue } from '../../../../api/src/commands/risk/recompute/judgeThese';
import { Recomputer } from '../../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../../api/src/models/person';
import type { Reason } from '../../../../api/src/risk/judgeFacts';
import { buildPerson, type BuiltPerson } from '../factories/buildPerson';
import { buildFeedClient, type FeedClient, type Sending } from '../feedClient';
import { nextAddress } from '../addresses';
import type { TestApi } from '../testApi';
import { peopleCount } from './anyTold';
import type { PlainReason } from './oracle';
import type { StorySource, ToldAbout, ToldBatch, ToldHome, ToldJourney, ToldRow, ToldSeal } from './told';

const dayMs = 86_400_000;
/** China has one time, eight hours ahead. */
const aheadMs = 8 * 3_600_000;

let stages = 0;

/** Real people, and sources with keys of their own: what one stage is told does not touch another one. */
export class RiskStage {
  readonly recomputer: Recomputer;

  /** YYYY-MM-DD, the first day of the story. */
  readonly first: string;

  private readonly clients = new Map<StorySource, FeedClient>();

  private constructor(
    readonly api: TestApi,
    readonly people: readonly BuiltPerson[],
    private readonly number: number,
  ) {
    this.recomputer = new Recomputer(api.services);
    this.first = dayOf(api.clock.now(), api.services.config.brand.zone);
  }

  static async build(api: TestApi): Promise<RiskStage> {
    stages += 1;
    const number = stages;
    const people: BuiltPerson[] = [];
    for (let i = 0; i < peopleCount; i += 1) {
      people.push(await buildPerson(api.services));
    }

    return new RiskStage(api, people, number);
  }

  /** Days since the first day of the story. */
  dayAt(instant: number): number {
    const day = Math.floor((instant + aheadMs) / dayMs);

    return day - Math.floor(Date.parse(`${this.first}T00:00:00Z`) / dayMs);
  }

  /** ms: when a day of the story begins. */
  startOf(day: number): number {
    return Date.parse(`${this.first}T00:00:00Z`) + day * dayMs - aheadMs;
  }

  async deliver({ source, rows }: ToldBatch, sending: Partial<Sending> = {}) {
    const client =
      this.clients.get(source) ??
      (await buildFeedClient(this.api, source, { channel: `story-${this.number}` }));
    this.clients.set(source, client);

    const cells = rows.map((row) => this.cellsOf(source, row));

    return client.deliver(cells, sending).set('X-Forwarded-For', nextAddress());
  }

  /** Everything that follows from what was delivered, and from the time that has passed. */
  async settle(): Promise<void> {
    await this.recomputer.turn();
    await performOverdue(this.api.services);
  }

  async stored(person: number): Promise<{ colour: string; reasons: Reason[]; until: number | null }> {
    const found = await Person.findByPk(this.people[person]?.person.id);

    return {
      colour: found?.colour ?? '',
      reasons: JSON.parse(found?.reasons ?? '[]') as Reason[],
      until: found?.colourUntil === null ? null : Number(found?.colourUntil),
    };
  }

  storedOfAll() {
    return Promise.all(this.people.map((_person, at) => this.stored(at)));
  }

  /** Reasons in the words of the oracle. */
  plain(reasons: readonly Reason[]): PlainReason[] {
    const all = reasons.map(({ rule, kind, date, until }) => ({
      rule,
      kind,
      day: this.dayAt(Date.parse(`${date}T12:00:00Z`) - aheadMs),
      until: until === null ? null : this.dayAt(until - 1),
    }));

    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }

  private date(day: number): string {
    return addDays(this.first, day);
  }

  private cellsOf(source: StorySource, { operation, ...row }: ToldRow): object {
    const withdrawal = operation === 'withdraw' ? { operation } : {};
    const cells: Record<string, () => object> = {
      journeys: () => this.journey(row as ToldJourney),
      households: () => this.home(row as ToldHome),
      sealed: () => this.seal(row as ToldSeal),
    };

    return { ...(cells[source]?.() ?? this.about(source, row as ToldAbout)), ...withdrawal };
  }

  private about(source: StorySource, { person, kind, ago, until }: ToldAbout): object {
    const end = until === null ? {} : { until: this.date(until) };
    const date = this.date(-ago);
    const special: Record<string, object> = {
      fever: { date },
      medicine: { date, drugCode: kind === 'purchase' ? 'N02BE01' : 'A11GA01' },
      tests: { kind, sampledAt: `${date} 00:00` },
    };

    return { idNumber: this.people[person]?.idNumber, ...(special[source] ?? { kind, date, ...end }) };
  }

  private journey({ person, kind, vehicle, carriage, row, ago }: ToldJourney): object {
    const seat = {
      ...(carriage === null ? {} : { carriage: `0${carriage}车` }),
      ...(row === null ? {} : { row }),
    };

    return {
      idNumber: this.people[person]?.idNumber,
      kind,
      vehicle: `S${this.number}V${vehicle}`,
      date: this.date(-ago),
      ...seat,
    };
  }

  private home({ person, community, building }: ToldHome): object {
    return { idNumber: this.people[person]?.idNumber, ...this.place(community, building) };
  }

  private seal({ community, building, ago, until }: ToldSeal): object {
    const end = until === null ? {} : { until: this.date(until) };

    return { ...this.place(community, building), date: this.date(-ago), ...end };
  }

  private place(community: number, building: number | null): object {
    const inside = building === null ? {} : { building: `${building}号楼` };

    return { division: '350102', community: `示例小区${this.number}-${community}`, ...inside };
  }
}
