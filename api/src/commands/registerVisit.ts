import type { z } from 'zod';

import type { visitRequest } from '@anxing/contract/visits';

import { AppError, InvalidInput } from '../base/errors';
import type { Origin, Services } from '../context';
import { lockOne } from '../models/auditedModel';
import type { Person } from '../models/person';
import { Poster } from '../models/poster';
import { timeOfCheckIn, hashOfRequest } from '../passages/checkInId';
import { decide, type Verdict } from '../passages/decide';
import { findPassage, findRepeat } from '../passages/findPassage';
import type { Passage } from '../passages/passage';
import type { Scene } from '../storage/scene';
import { findPlaceOfPoint, findPlaceOfPoster, type Place, type PosterPlace } from './findPlace';
import { refreshStatus } from './refreshStatus';
import { submitPassage } from './submitPassage';

export type VisitInput = z.output<typeof visitRequest>;

export interface Visit {
  passage: Passage;
  place: Place;
}

interface Visitor {
  services: Services;
  origin: Origin;
  person: Person;
  now: number;
}

const leaving: Verdict = { decision: 'allow', why: null };

/** Leaving needs no poster: the passage that came in names the place. */
async function placeOfOwnPassage({ services, person }: Visitor, passageId: string): Promise<Place> {
  const passage = await findPassage(services.database, services.config.brand.zone, passageId);
  if (passage?.personId !== person.id) {
    throw new AppError('not_found');
  }

  return findPlaceOfPoint(passage.pointId);
}

function placeOf(visitor: Visitor, input: VisitInput): Promise<Place | PosterPlace> {
  if (input.poster) {
    return findPlaceOfPoster(visitor.services, input.poster);
  }

  return placeOfOwnPassage(visitor, input.passage ?? '');
}

/** The poster is read again: this may be the second attempt of a transaction. */
async function noteFirstScan(scene: Scene, place: Place | PosterPlace): Promise<void> {
  if (!('poster' in place) || place.poster.firstScannedAt !== null) {
    return;
  }
  const poster = await lockOne(Poster, scene, { id: place.poster.id, firstScannedAt: null });
  if (poster) {
    poster.firstScannedAt = scene.now;
    await poster.saveBy(scene);
  }
}

/**
 * A person checks in at a poster, or leaves. Idempotent by the id that the phone made.
 * @throws poster_refused, id_out_of_time, same_id_other_body, not_found
 */
export async function registerVisit(visitor: Visitor, input: VisitInput): Promise<Visit> {
  const { services, origin, person, now } = visitor;
  const { id, ...asked } = input;
  const requestHash = hashOfRequest(origin.actor.id, asked);
  const at = timeOfCheckIn(id, now);
  const first = await findRepeat(services.database, services.config.brand.zone, id, requestHash);
  if (first) {
    return { passage: first, place: await findPlaceOfPoint(first.pointId) };
  }
  if (input.members.length > 0) {
    throw new InvalidInput(Object.fromEntries(input.members.map((_, i) => [`members.${i}`, 'member'])));
  }
  const place = await placeOf(visitor, input);
  const { colour } = await refreshStatus(services, person);
  const verdict =
    input.direction === 'out'
      ? leaving
      : decide({ colour, maskRequired: false }, services.colours, services.config.policy);
  const passage = await submitPassage(
    services,
    origin,
    {
      id,
      kind: 'visit',
      direction: input.direction,
      at,
      person,
      place,
      colour,
      ...verdict,
      staffId: null,
      requestHash,
    },
    (scene) => noteFirstScan(scene, place),
  );

  return { passage, place };
}
