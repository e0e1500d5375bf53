import type { FieldError } from '@anxing/contract/errors';

const item = /^rules\.\d+\.(when|exemptions)\.\d+$/;
const ages = /^rules\.\d+\.ages$/;

/** The form's field for a fault of the API: one of a whole condition, or of the ages, stands at its first field. */
export function fieldOf(path: string): string {
  if (ages.test(path)) {
    return `${path}.from`;
  }
  const [, list] = item.exec(path) ?? [];
  if (!list) {
    return path;
  }

  return list === 'when' ? `${path}.type` : `${path}.source`;
}

/** Which rules, by their place, have faults. */
export function wrongRules(faults: readonly Pick<FieldError, 'path'>[]): number[] {
  const found = faults.flatMap(({ path }) => /^rules\.(\d+)/.exec(path)?.[1] ?? []);

  return [...new Set(found.map(Number))];
}
