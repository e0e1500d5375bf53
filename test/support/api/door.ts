import { randomBytes } from 'node:crypto';

import { sha256, issuePass } from '../../../api/src/codes/outagePass';
import { issueCard } from '../../../api/src/codes/paperCard';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { newId } from '../../../api/src/base/ids';
import { writeAs } from '../../../api/src/context';
import { createBy } from '../../../api/src/models/auditedModel';
import { PaperCard } from '../../../api/src/models/paperCard';
import type { Point } from '../../../api/src/models/point';
import { showPass } from '@anxing/contract/offline/passChain';
import { checkInId } from './checkIn';
import type { BuiltPerson } from './factories/buildPerson';
import { buildPoint } from './factories/buildPoint';
import { system } from './factories/buildUnit';
import { guardOnDuty, type GuardOnDuty } from './factories/guardOnDuty';
import type { TestApi } from './testApi';

const green = 1;

function referenceOf({ person }: BuiltPerson): Buffer {
  return Buffer.from(person.codeReference ?? '', 'hex');
}

/** The code that somebody shows, `shift` ms from now. */
export function codeOf({ services, clock }: TestApi, person: BuiltPerson, shift = 0, colour = green): string {
  const content = { reference: referenceOf(person), colour, now: clock.now() + shift };

  return issuePersonalCode(services.codeKeys.current, content);
}

/** The pass that a phone shows at a moment (ms from now) that was fetched `agoMs` before. */
export function passOf(
  { services, clock }: TestApi,
  person: BuiltPerson,
  { agoMs = 60_000, shift = 0, colour = green } = {},
): string {
  const issued = clock.now() + shift - agoMs;
  const secret = issuePass(services.codeKeys.current, {
    reference: referenceOf(person),
    colour,
    now: issued,
  });

  return showPass(sha256, secret, clock.now() + shift) ?? '';
}

/** A printed card of somebody, revoked unless it is in force. */
export async function cardOf(
  { services }: TestApi,
  { person }: BuiltPerson,
  { isRevoked = false } = {},
): Promise<string> {
  const reference = randomBytes(8);
  await writeAs(services, system, (scene) =>
    createBy(PaperCard, scene, {
      id: newId(scene.now),
      personId: person.id,
      reference: reference.toString('hex'),
      unitId: null,
      staffId: null,
      issuedAt: scene.now,
      revokedAt: isRevoked ? scene.now : null,
    }),
  );

  return issueCard(services.posterKeys.current, reference);
}

export interface Door extends GuardOnDuty {
  point: Point;
}

/** A guard on duty at a point of a category. */
export async function openDoor(
  { services }: TestApi,
  values: Partial<Point['dataValues']> = {},
): Promise<Door> {
  const point = await buildPoint(services, { values });

  return { point, ...(await guardOnDuty(services, point)) };
}

/** Checks what somebody shows. */
export function scan(
  api: TestApi,
  { auth, point }: Pick<Door, 'auth' | 'point'>,
  object: string,
  more: object = {},
) {
  const body = { id: checkInId(api.clock.now()), object, pointId: point.id, ...more };

  return api.request.post('/api/v1/scans').set(auth).send(body);
}
