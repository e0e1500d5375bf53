import { fieldErrors } from '@anxing/contract/fieldErrors';
import type { FormRule } from 'antd';
import type { z } from 'zod';

/** What the contract says is wrong with a value, in Chinese; undefined when nothing is. */
export function faultOf(schema: z.ZodType, value: unknown): string | undefined {
  const result = schema.safeParse(value);

  return result.success ? undefined : fieldErrors(result.error.issues)[0]?.message;
}

/** A rule that needs no look at the rest of the form. */
export type FieldRule = Exclude<FormRule, (...form: never[]) => unknown>;

/** A form rule that says what the contract's schema says; an empty text counts as nothing entered. */
export function schemaRule(schema: z.ZodType): FieldRule {
  return {
    validator: async (_rule, value: unknown) => {
      const fault = faultOf(schema, value === '' ? undefined : value);
      if (fault) {
        throw new Error(fault);
      }
    },
  };
}
