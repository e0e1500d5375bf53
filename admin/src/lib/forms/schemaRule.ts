import { fieldErrors } from '@anxing/contract/fieldErrors';
import type { FormRule } from 'antd';
import type { z } from 'zod';

/** A rule that needs no look at the rest of the form. */
export type FieldRule = Exclude<FormRule, (...form: never[]) => unknown>;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function check(schema: z.ZodType, value: unknown): void {
  const result = schema.safeParse(value);
  const fault = result.success ? undefined : fieldErrors(result.error.issues)[0];
  if (fault) {
    throw new Error(fault.message);
  }
}

/** A rule that says what the contract's schema says, once something is entered. */
export function schemaRule(schema: z.ZodType): FieldRule {
  return {
    validator: async (_rule, value: unknown) => {
      if (!isEmpty(value)) {
        check(schema, value);
      }
    },
  };
}

/** The same for a field that must not be empty. */
export function requiredRule(schema: z.ZodType, emptyText: string): FieldRule {
  return {
    required: true,
    validator: async (_rule, value: unknown) => {
      if (isEmpty(value)) {
        throw new Error(emptyText);
      }
      check(schema, value);
    },
  };
}
