import { z } from 'zod';

/** What an answer to JSON Schema needs of it. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
}

/** What to say where a field has this name. */
export type Hints = Readonly<Record<string, unknown>>;

function textOf({ format, pattern }: Schema): string {
  if (format === 'date') {
    return new Date().toISOString().slice(0, 10);
  }

  return pattern?.includes('\\d{6}') ? '350102' : '示例';
}

function objectOf({ properties = {}, required = [] }: Schema, hints: Hints): object {
  const named = Object.entries(properties).filter(([name]) => required.includes(name) || name in hints);

  return Object.fromEntries(named.map(([name, schema]) => [name, valueOf(schema, hints, name)]));
}

function valueOf(schema: Schema, hints: Hints, name = ''): unknown {
  if (name in hints) {
    return hints[name];
  }
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) {
    return valueOf(choice, hints);
  }
  switch (schema.type) {
    case 'object':
      return objectOf(schema, hints);
    case 'array':
      return [valueOf(schema.items ?? {}, hints)];
    case 'string':
      return schema.const ?? schema.enum?.[0] ?? textOf(schema);
    case 'boolean':
      return true;
    default:
      return schema.const ?? schema.minimum ?? 1;
  }
}

/** A value that the schema takes, as far as its shape tells: what is needed, and what has a hint. */
export function plausible(schema: z.ZodType, hints: Hints): unknown {
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, hints);
}
