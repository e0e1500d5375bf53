import { writeAs, type Origin, type Services } from '../context';
import type { Person } from '../models/person';
import { recordLooks } from '../privacy/accessLog';
import { newLooks } from '../privacy/recentLooks';

const hourMs = 3_600_000;

/** Lists of people that an operator reads. */
const lists = {
  underRule: { action: 'persons.underRule', purpose: '核对判定规则下的人员' },
  screening: { action: 'persons.screening', purpose: '查看重点人群检测名单' },
} as const;

/** A list of people: each of them reads of it under 'who looked at me', once an hour for one staff member. */
export function lookAtPeople(
  services: Services,
  { actor, ip }: Origin,
  list: keyof typeof lists,
  people: readonly Person[],
  details: Record<string, unknown>,
): Promise<void> {
  const { unitId, id: staffId } = actor;
  const { action, purpose } = lists[list];

  return writeAs(services, { actor, ip }, async (scene) => {
    const looks = people.map(({ id: personId }) => ({ personId, unitId, staffId, purpose }));
    await recordLooks(services.database, scene, await newLooks(services.database, scene, looks, hourMs));
    scene.events.push({ action, target: unitId ?? '', details });
  });
}
