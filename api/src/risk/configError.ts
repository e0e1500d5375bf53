import type { z } from 'zod';

import { openUnions } from '@anxing/contract/unionIssues';

import { StartRefused } from '../base/errors';

/** A configuration that must not be put in force; at a start it stops the start. Its message names every wrong place. */
export class RiskConfigError extends StartRefused {
  readonly problems: readonly string[];

  constructor(what: string, problems: readonly string[]) {
    super(`The ${what} cannot be used: ${problems.join('; ')}`);
    this.name = 'RiskConfigError';
    this.problems = problems;
  }
}

/** Checks parsed JSON against a schema. @throws RiskConfigError */
export function parseOrRefuse<T>(what: string, schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);

  if (!result.success) {
    const problems = openUnions(result.error.issues).map(
      (issue) => `${placeOf(issue.path)}: ${issue.message}`,
    );
    throw new RiskConfigError(what, problems);
  }

  return result.data;
}

/** Says which values occur more than once, each at its second place. */
export function duplicates<T>(
  list: readonly T[],
  valueOf: (item: T) => string | number,
  place: string,
): string[] {
  const seen = new Set<string | number>();
  const problems: string[] = [];

  list.forEach((item, index) => {
    const value = valueOf(item);

    if (seen.has(value)) {
      problems.push(`${place.replace('*', String(index))}: ${value} is used twice`);
    }

    seen.add(value);
  });

  return problems;
}

function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');

  return text.replace(/^\./, '') || 'the whole file';
}
