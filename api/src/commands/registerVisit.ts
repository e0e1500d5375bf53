import type { z } from 'zod';

import { leaving } from '@anxing/contract/entry';
import type { visitRequest } from '@anxing/contract/visits';

import { AppError, InvalidInput } from '../base/errors';
import type { Origin, Services } from '../context';
import type { Person } from '../models/person';
import { timeOfCheckIn, hashOfRequest } from '../passages/checkInId';
import { decide } from '../passages/decide';
import { findPassage } from '../passages/findPassage';
import type { Passage } from '../passages/passage';
import { nothingAsked } from '../passages/placePolicy';
import { findPlaceOfPoint, findPlaceOfPoster, type Place, type PosterPlace } from './findPlace';
import { refreshStatus } from './refreshStatus';
import { orFirstAnswer, submitPassage, type Submission } from './submitPassage';

export type VisitInput = z.output<typeof visitRequest>;

export interface Visit {
  passage: Passage;
  place: Place;
}

/** What the phone gave the check-in, and when it happened (ms). */
type Stamp = Pick<Submission, 'id' | 'at' | 'requestHash'>;

interface Visitor {
  services: Services;
  origin: Origin;
  person: Person;
  now: number;
}

/** Leaving needs no poster: the passage that came in names the place. */
async function placeOfOwnPassage({ services, person }: Visitor, passageId: string): Promise<Place> {
  const passage = await findPassage(services.database, services.config.brand.zone, passageId);
  if (passage?.personId !== person.id) {
    throw new AppError('not_found');
  }

  return findPlaceOfPoint(services, passage.pointId);
}

function placeOf(visitor: Visitor, input: VisitInput): Promise<Place | PosterPlace> {
  if (input.poster) {
    return findPlaceOfPoster(visitor.services, input.poster);
  }

  return placeOfOwnPassage(visitor, input.passage ?? '');
}

async function checkIn(visitor: Visitor, input: VisitInput, stamp: Stamp): Promise<Visit> {
  const { services, origin, person } = visitor;
  const { direction, members } = input;
  if (members.length > 0) {
    throw new InvalidInput(Object.fromEntries(members.map((_, i) => [`members.${i}`, 'member'])));
  }
  const place = await placeOf(visitor, input);
  const { colour } = await refreshStatus(services, person);
  const verdict =
    direction === 'out'
      ? leaving
      : decide({ colour, place: nothingAsked }, services.colours, services.config.policy);
  const passage = await submitPassage(services, origin, {
    ...stamp,
    kind: 'visit',
    direction,
    person,
    place,
    colour,
    ...verdict,
    staffId: null,
    look: null,
  });

  return { passage, place };
}

/**
 * A person checks in at a poster, or leaves. Idempotent by the id that the phone made.
 * @throws poster_refused, id_out_of_time, same_id_other_body, not_found
 */
export function registerVisit(visitor: Visitor, input: VisitInput): Promise<Visit> {
  const { services, origin, now } = visitor;
  const { id, ...asked } = input;
  const requestHash = hashOfRequest(origin.actor.id, asked);
  const stamp: Stamp = { id, at: timeOfCheckIn(id, now), requestHash };

  return orFirstAnswer(
    services,
    stamp,
    () => checkIn(visitor, input, stamp),
    async (first) => ({ passage: first, place: await findPlaceOfPoint(services, first.pointId) }),
  );
}
