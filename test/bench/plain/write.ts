import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../../../api/src/base/days';
import { writeAs, type Origin, type Services } from '../../../api/src/context';
import type { Person } from '../../../api/src/models/person';
import { planMovement, type Movement } from '../../../api/src/passages/movePresence';
import type { Passage } from '../../../api/src/passages/passage';
import { openField } from '../../../api/src/privacy/sealedFields';
import type { Scene } from '../../../api/src/storage/scene';
import type { Place } from './places';
import { addCounts, closePresence, insertPassage, lockPresences, writePresence } from './tables';

/** What is known of a passage before its place, person and moment are filled in. */
export type Draft = Pick<
  Passage,
  'id' | 'kind' | 'at' | 'direction' | 'colour' | 'decision' | 'why' | 'temperature' | 'mask' | 'staffId'
> & { requestHash: Buffer };

function toPassage(
  services: Services,
  draft: Draft,
  person: Person,
  { point, unit }: Place,
  now: number,
): Passage {
  const name = openField(services.vault, 'persons', 'name', person, person.name);

  return {
    ...draft,
    day: dayNumber(timeOfUuid7(draft.id), services.config.brand.zone),
    receivedAt: now,
    personId: person.id,
    unitId: unit.id,
    pointId: point.id,
    division: point.division,
    counted: false,
    deviceId: null,
    proof: draft.kind === 'scan' ? 'code' : null,
    reason: null,
    isLate: false,
    overrideReason: null,
    note: null,
    nameIndex: services.index.nameIn(unit.id, name),
  };
}

async function writeMovement(
  { database }: Services,
  { tx }: Scene,
  passage: Passage,
  movement: Movement,
  rootId: string,
): Promise<void> {
  for (const end of movement.ends) {
    await closePresence(database, passage.personId, end, tx);
  }
  if (movement.own) {
    await writePresence(database, passage, { rootId, ...movement.own }, tx);
  }
  for (const change of movement.flow) {
    await addCounts(database, change, tx);
  }
}

async function writeOne(
  services: Services,
  scene: Scene,
  passage: Passage,
  { point }: Place,
): Promise<Passage> {
  const { database, config } = services;
  const category = config.categories.find(({ id }) => id === point.category);
  const stayMs = (category?.stayMinutes ?? 1440) * 60_000;
  const placement = { rootId: point.rootId, stayMs, now: scene.now };
  const movement = planMovement(
    passage,
    await lockPresences(database, passage.personId, scene.tx),
    placement,
  );
  const stored = { ...passage, counted: movement.counted };
  await insertPassage(database, stored, scene.tx);
  await writeMovement(services, scene, stored, movement, point.rootId);
  scene.events.push({
    action: `passages.${passage.kind}`,
    target: passage.id,
    details: { point: passage.pointId, direction: passage.direction, decision: passage.decision },
  });

  return stored;
}

/** Writes one passage with its presence, counts and audit event in a transaction of its own. */
export function writeAlone(
  services: Services,
  origin: Origin,
  what: { draft: Draft; person: Person; place: Place },
  also: (scene: Scene) => Promise<void>,
): Promise<Passage> {
  return writeAs(services, origin, async (scene) => {
    const passage = toPassage(services, what.draft, what.person, what.place, scene.now);
    const stored = await writeOne(services, scene, passage, what.place);
    await also(scene);

    return stored;
  });
}
