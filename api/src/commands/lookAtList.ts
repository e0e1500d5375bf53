import { writeAs, type Origin, type Services } from '../context';
import type { Passage } from '../passages/passage';
import { recordLooks } from '../privacy/accessLog';
import { newLooks } from '../privacy/recentLooks';

const hourMs = 3_600_000;

/** Why a list was looked at, in words that the people in it read. */
export const listPurposes = {
  browsed: '浏览出入记录',
  byName: '按姓名查询出入记录',
  ofPerson: '查看本人出入记录',
} as const;

/**
 * A page of passages shows where people were, masked or not: each of them reads of it, once an hour for one staff
 * member, and the audit chain holds what was asked for.
 * @param details of the list: field names and counts, never values of personal data
 */
export function lookAtList(
  services: Services,
  { actor, ip }: Origin,
  passages: readonly Passage[],
  why: keyof typeof listPurposes,
  details: Record<string, unknown>,
): Promise<void> {
  const { unitId, id: staffId } = actor;
  const purpose = listPurposes[why];
  const persons = [...new Set(passages.map(({ personId }) => personId))].sort();

  return writeAs(services, { actor, ip }, async (scene) => {
    const looks = persons.map((personId) => ({ personId, unitId, staffId, purpose }));
    await recordLooks(services.database, scene, await newLooks(services.database, scene, looks, hourMs));
    scene.events.push({ action: 'passages.list', target: unitId ?? '', details });
  });
}
