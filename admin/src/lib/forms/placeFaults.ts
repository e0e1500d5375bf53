import type { FieldError } from '@anxing/contract/errors';

export type FieldName = (string | number)[];

export interface PlacedFaults {
  placed: { name: FieldName; errors: string[] }[];
  /** Faults of fields that the form does not show. */
  rest: FieldError[];
}

function isAt(name: FieldName, path: string): boolean {
  const own = name.join('.');

  return path === own || path.startsWith(`${own}.`);
}

/** Finds for each field error of the API the form field it belongs to: `roles.0` belongs to `roles`. */
export function placeFaults(names: readonly FieldName[], faults: readonly FieldError[]): PlacedFaults {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const placed = new Map<string, { name: FieldName; errors: string[] }>();
  const rest: FieldError[] = [];
  for (const fault of faults) {
    const name = longestFirst.find((candidate) => isAt(candidate, fault.path));
    if (name) {
      const entry = placed.get(name.join('.')) ?? { name, errors: [] };
      placed.set(name.join('.'), { name, errors: [...new Set([...entry.errors, fault.message])] });
    } else {
      rest.push(fault);
    }
  }

  return { placed: [...placed.values()], rest };
}
