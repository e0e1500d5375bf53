import { z } from 'zod';

export type FilterShape = Record<string, z.ZodType>;
export type Filters<S extends FilterShape> = z.output<z.ZodObject<S>>;

/** The filters in some raw values. What does not fit its schema is left out: a link may be old or cut. */
export function readFilters<S extends FilterShape>(shape: S, raw: Record<string, string>): Filters<S> {
  const fitting = Object.entries(raw).filter(([name, value]) => shape[name]?.safeParse(value).success);

  return z.object(shape).parse(Object.fromEntries(fitting));
}

/** What goes into the address: no empty values, and nothing that is not a filter. */
export function writeFilters(values: Record<string, unknown>): Record<string, string> {
  const told = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );

  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]));
}
