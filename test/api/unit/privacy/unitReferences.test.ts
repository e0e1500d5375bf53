import { randomBytes } from 'node:crypto';

import { idFromBytes, newId } from '../../../../api/src/base/ids';
import { UnitReferences } from '../../../../api/src/privacy/unitReferences';

const references = new UnitReferences(randomBytes(32));
const [unit, other, person] = [newId(1), newId(2), newId(3)];

test('a reference leads back to its person, in its unit only', () => {
  const reference = references.refer(unit, person);
  expect(reference).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(references.resolve(unit, reference)).toBe(person);
  expect(references.resolve(other, reference)).not.toBe(person);
});

test('it is always the same one, says nothing of the id, and differs from unit to unit', () => {
  const reference = references.refer(unit, person);
  expect(references.refer(unit, person)).toBe(reference);
  expect(references.refer(other, person)).not.toBe(reference);
  expect(reference.slice(0, 8)).not.toBe(person.slice(0, 8));
  expect(new UnitReferences(randomBytes(32)).refer(unit, person)).not.toBe(reference);
});

test('one that was made up leads to an id that nobody has', () => {
  const made = references.resolve(unit, idFromBytes(randomBytes(16)));
  expect(made).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(made).not.toBe(person);
});
