import type { Services } from '../context';
import { notJudged, type Person } from '../models/person';
import type { FactsVerdict } from '../risk/judgeFacts';
import type { RiskRules } from '../risk/rules';
import { BatchLoader } from '../storage/batchLoader';
import { judgePersons } from './judgePersons';
import { readerOf } from './storedFacts';

/** What the facts say of somebody, by the rules of a version. */
export interface Look {
  ruleVersion: number;
  verdict: FactsVerdict;
}

/** People who are judged together: more of them would hold up the others for too long. */
const judgedAtOnce = 50;

/** Facts and levels: of a large batch the people's rows are written by a run that comes later. */
const movedBy = new Set(['feed_batches', 'region_periods']);

function holds(look: Look | undefined, rules: RiskRules, now: number): look is Look {
  return look?.ruleVersion === rules.version && (look.verdict.until ?? Infinity) > now;
}

/** Judges people whom several requests look at, those who come at about the same time together. */
class Looks {
  private readonly waiting = new Map<string, Person>();

  private readonly loader = new BatchLoader<Look>((ids) => this.judge(ids), judgedAtOnce);

  /**
   * What looks found. It stays with the copy of the row that is kept: whatever writes the row tells of it, and then that
   * copy is gone, and this with it.
   */
  private found = new WeakMap<Person, Look>();

  constructor(private readonly services: Services) {
    services.bus.subscribe('changes', (changes) => {
      if (changes.some(({ table }) => movedBy.has(table))) {
        this.found = new WeakMap();
      }
    });
  }

  /** What an earlier look found, if it holds. */
  before(person: Person, rules: RiskRules, now: number): Look | undefined {
    const look = this.found.get(person);

    return holds(look, rules, now) ? look : undefined;
  }

  /** @throws when the facts cannot be read: nobody is taken for green because nothing is known */
  async at(person: Person): Promise<Look> {
    const { found } = this;
    this.waiting.set(person.id, person);
    const look = await this.loader.load(person.id);
    if (!look) {
      throw new Error('a look found nothing');
    }
    if (person.ruleVersion !== notJudged) {
      // What moved meanwhile has put another map in the place of this one.
      found.set(person, look);
    }

    return look;
  }

  private take(ids: readonly string[]): Person[] {
    return ids.flatMap((id) => {
      const person = this.waiting.get(id) ?? [];
      this.waiting.delete(id);

      return person;
    });
  }

  private async judge(ids: readonly string[]): Promise<Map<string, Look>> {
    const persons = this.take(ids);
    const { services } = this;
    const now = services.clock.now();
    const rules = await services.rules.at(now);
    const verdicts = await judgePersons(services, readerOf(services.database), { persons, rules, now });

    return new Map([...verdicts].map(([id, verdict]) => [id, { ruleVersion: rules.version, verdict }]));
  }
}

const looksOf = new WeakMap<Services, Looks>();

function looks(services: Services): Looks {
  let known = looksOf.get(services);
  if (!known) {
    known = new Looks(services);
    looksOf.set(services, known);
  }

  return known;
}

/**
 * Judges somebody whose row was judged by older rules, or whose time is over, until a run in the background writes it.
 * Somebody who was never judged is judged at each look, until that is stored.
 * @throws when the facts cannot be read: nobody is taken for green because nothing is known
 */
export async function judgeByLook(
  services: Services,
  person: Person,
  { rules, now }: { rules: RiskRules; now: number },
): Promise<Look> {
  return looks(services).before(person, rules, now) ?? looks(services).at(person);
}
