import type { z } from 'zod';

import { batchTexts } from './batchTexts';
import type { FieldError } from './errors';
import { fieldTexts } from './fieldTexts';
import { openUnions } from './unionIssues';

const texts: typeof fieldTexts = { ...fieldTexts, ...batchTexts };

type Issue = z.core.$ZodIssue;

/** A field error from a key of the field texts. */
export function fieldError(path: string, key: string): FieldError {
  const [message, messageEn] = texts[key] ?? texts.format ?? ['', ''];

  return { path, message, messageEn };
}

function keyOf(issue: Issue): string {
  if (texts[issue.message]) {
    return issue.message;
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'required' : 'type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'tooShort' : 'tooSmall';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'tooLong' : 'tooBig';
    case 'invalid_value':
    case 'invalid_union':
      return 'choice';
    default:
      return 'format';
  }
}

function pathOf(parts: readonly PropertyKey[]): string {
  return parts.map(String).join('.');
}

/** Every wrong field of a failed parse, unknown fields named one by one. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return openUnions(issues).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => fieldError(pathOf([...issue.path, key]), 'unknown'));
    }

    return [fieldError(pathOf(issue.path), keyOf(issue))];
  });
}
