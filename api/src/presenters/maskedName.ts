import type { Services } from '../context';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { maskName } from './mask';

/** A record that is kept is shown again and again: its name is opened once. */
const masked = new WeakMap<object, string>();

/** The name as others may see it. */
export function maskedNameOf({ vault }: Services, person: Person): string {
  let name = masked.get(person);
  if (name === undefined) {
    name = maskName(openField(vault, 'persons', 'name', person, person.name));
    masked.set(person, name);
  }

  return name;
}
