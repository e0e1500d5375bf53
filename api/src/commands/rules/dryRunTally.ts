import type { Services } from '../../context';
import type { Person } from '../../models/person';
import { maskIdNumber } from '../../presenters/mask';
import { maskedNameOf } from '../../presenters/maskedName';
import { openField } from '../../privacy/sealedFields';
import type { FactsVerdict } from '../../risk/judgeFacts';
import type { DryRunResult } from './dryRuns';

const examplesMost = 20;

type Example = DryRunResult['examples'][number];

function countOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function rulesIn({ reasons }: FactsVerdict): Set<string> {
  return new Set(reasons.map(({ rule }) => rule));
}

/** What other rules would do to people, added up. */
export class DryRunTally {
  /** How many were held against the rules, those too of whom nothing is reported. */
  people = 0;

  private turned = 0;

  private readonly changes = new Map<string, number>();

  private readonly before = new Map<string, number>();

  private readonly after = new Map<string, number>();

  private readonly examples: Example[] = [];

  constructor(private readonly services: Services) {}

  take(person: Person, before: FactsVerdict, after: FactsVerdict): void {
    rulesIn(before).forEach((rule) => countOne(this.before, rule));
    rulesIn(after).forEach((rule) => countOne(this.after, rule));
    if (before.colour === after.colour) {
      return;
    }
    countOne(this.changes, `${before.colour} ${after.colour}`);
    this.turned += before.colour === this.services.colours.clear ? 1 : 0;
    if (this.examples.length < examplesMost) {
      this.examples.push(this.exampleOf(person, before, after));
    }
  }

  /** @param limit people who may lose the clear colour without a confirmation */
  result(limit: number): DryRunResult {
    const changes = [...this.changes].map(([key, count]) => {
      const [from = '', to = ''] = key.split(' ');

      return { from, to, count };
    });
    const rules = [...new Set([...this.before.keys(), ...this.after.keys()])];

    return {
      changes,
      byRule: rules.map((rule) => ({
        rule,
        before: this.before.get(rule) ?? 0,
        after: this.after.get(rule) ?? 0,
      })),
      changed: changes.reduce((sum, { count }) => sum + count, 0),
      turned: this.turned,
      isAboveShare: this.turned > limit,
      examples: this.examples,
    };
  }

  private exampleOf(person: Person, before: FactsVerdict, after: FactsVerdict): Example {
    const { vault } = this.services;

    return {
      name: maskedNameOf(this.services, person),
      idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
      from: before.colour,
      to: after.colour,
      reasons: after.reasons.map(({ text }) => text),
    };
  }
}
