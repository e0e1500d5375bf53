import { ageOn, birthDateOf } from './idNumber';
import { limits } from './limits';

/** Who may be added as family, with the names people know. */
export const relations = {
  parent: '父母',
  child: '子女',
  spouse: '配偶',
} as const;

export type Relation = keyof typeof relations;

export const relationKeys = Object.keys(relations) as [Relation, ...Relation[]];

/** How many of each one applicant has; all together are `familyMembers`. The spouse's parents count among the parents. */
export const mostOfRelation: Record<Relation, number> = {
  parent: limits.familyParents,
  child: limits.familyChildren,
  spouse: limits.familySpouses,
};

/**
 * Checks that somebody is of an age at which a relative adds him: the others have, or can have, a phone of their own.
 * @param idNumber a resident ID number that is right
 * @param today YYYY-MM-DD in the configured zone
 * @returns a key of the field texts, or undefined when the age is fine
 */
export function ageFault(relation: Relation, idNumber: string, today: string): string | undefined {
  const birth = birthDateOf(idNumber);
  const age = birth === undefined ? undefined : ageOn(birth, today);
  if (relation === 'parent' && (age === undefined || age < limits.familyParentAge)) {
    return 'family.parentAge';
  }
  if (relation === 'child' && (age === undefined || age > limits.familyChildAge)) {
    return 'family.childAge';
  }

  return undefined;
}
