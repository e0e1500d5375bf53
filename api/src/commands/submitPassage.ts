import type { Decision, Direction } from '@anxing/contract/visits';
import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../base/days';
import { writeAs, type Origin, type Services } from '../context';
import type { Person } from '../models/person';
import { findRepeat } from '../passages/findPassage';
import type { Passage, PassageKind } from '../passages/passage';
import { writePassage } from '../passages/writePassage';
import { openField } from '../privacy/sealedFields';
import { isDuplicate } from '../storage/databaseErrors';
import type { Scene } from '../storage/scene';
import type { Place } from './findPlace';

/** A check-in that was verified and decided, ready to be written. */
export interface Submission {
  id: string;
  kind: PassageKind;
  direction: Direction;
  /** ms */
  at: number;
  person: Person;
  place: Place;
  colour: string;
  decision: Decision;
  why: string | null;
  temperature?: number | undefined;
  mask?: boolean | undefined;
  staffId: string | null;
  requestHash: Buffer;
}

function toPassage(services: Services, submission: Submission, now: number): Passage {
  const { person, place, temperature, mask } = submission;
  const name = openField(services.vault, 'persons', 'name', person, person.name);

  return {
    day: dayNumber(timeOfUuid7(submission.id), services.config.brand.zone),
    id: submission.id,
    kind: submission.kind,
    direction: submission.direction,
    at: submission.at,
    receivedAt: now,
    personId: person.id,
    unitId: place.unit.id,
    pointId: place.point.id,
    division: place.point.division,
    colour: submission.colour,
    decision: submission.decision,
    why: submission.why,
    temperature: temperature === undefined ? null : Math.round(temperature * 10),
    mask: mask ?? null,
    staffId: submission.staffId,
    counted: false,
    requestHash: submission.requestHash,
    nameIndex: services.index.nameIn(place.unit.id, name),
  };
}

function stayMs(services: Services, place: Place): number {
  const category = services.config.categories.find(({ id }) => id === place.point.category);

  return (category?.stayMinutes ?? 1440) * 60_000;
}

/**
 * Writes a passage exactly once and answers it as stored: acknowledged means committed. The same id at the same
 * moment in two places meets the key of the row; whoever comes second reads the first answer.
 * This is the one door to the passage tables: what gathers several into one transaction belongs behind it.
 * @param also what else belongs to the same transaction
 */
export async function submitPassage(
  services: Services,
  origin: Origin,
  submission: Submission,
  also: (scene: Scene) => Promise<void>,
): Promise<Passage> {
  const { point } = submission.place;
  try {
    const stored = await writeAs(services, origin, async (scene) => {
      const passage = toPassage(services, submission, scene.now);
      const placement = { rootId: point.rootId, stayMs: stayMs(services, submission.place), now: scene.now };
      const written = await writePassage(
        services.database,
        scene,
        services.settings.slot,
        passage,
        placement,
      );
      await also(scene);

      return written;
    });
    services.metrics.passages.inc({ kind: stored.kind, decision: stored.decision });

    return stored;
  } catch (error) {
    const zone = services.config.brand.zone;
    const first = isDuplicate(error)
      ? await findRepeat(services.database, zone, submission.id, submission.requestHash)
      : undefined;
    if (!first) {
      throw error;
    }

    return first;
  }
}
