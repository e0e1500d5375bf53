import type { z } from 'zod';

import type { evidenceUpload } from '@anxing/contract/evidence';
import { limits } from '@anxing/contract/limits';

import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Evidence } from '../../models/evidence';
import { sealField } from '../../privacy/sealedFields';
import { readEvidence } from './evidenceBytes';

/** Who sends evidence, and alone may use it. */
export type Uploader = { personId: string } | { staffId: string };

const perResident = { points: limits.evidencePerDay, seconds: 86_400 };

/** Keeps a picture or document, sealed, until it is used. @throws evidence_refused, too_many_requests */
export async function keepEvidence(
  services: Services,
  origin: Origin,
  uploader: Uploader,
  { mediaType, data }: z.output<typeof evidenceUpload>,
): Promise<Evidence> {
  const file = readEvidence(mediaType, data);
  if ('personId' in uploader) {
    await services.limiter.consume('evidence', uploader.personId, perResident);
  }

  return writeAs(services, origin, (scene) => {
    const id = newId(scene.now);

    return createBy(Evidence, scene, {
      id,
      ...uploader,
      mediaType,
      bytes: file.length,
      createdAt: scene.now,
      data: sealField(services.vault, 'evidence', 'data', id, data),
    });
  });
}
