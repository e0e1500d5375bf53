import type { z } from 'zod';

import type { idCardUpload } from '@anxing/contract/idCards';
import { ageOn, birthDateOf } from '@anxing/contract/idNumber';
import { limits } from '@anxing/contract/limits';

import { dayOf } from '../../base/days';
import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { CardPicture } from '../../providers/ocr/ocr';
import { ProviderUnavailable } from '../../providers/providerUnavailable';
import { requireDuty } from '../duties/requireDuty';
import { readEvidence } from '../evidence/evidenceBytes';
import { agreedNumber } from './numberInText';
import { checkSize } from './pictureSize';
import { issueTicket } from './ticket';

export interface CardRead {
  idNumber: string;
  birthYear: number;
  needsReason: boolean;
  object: string;
  /** ms */
  until: number;
}

const perDay = { points: limits.idCardsPerDay, seconds: 86_400 };

async function readingsOf({ providers, logger }: Services, picture: CardPicture) {
  const answer = await providers.ocr.readCard(picture).catch((error: unknown) => {
    if (!(error instanceof ProviderUnavailable)) {
      throw error;
    }
    logger.warn({ err: error }, 'reading of cards');
    throw new AppError('id_card_unavailable', { retryAfter: error.retryAfter, cause: error });
  });
  if (!answer.ok) {
    throw new AppError('id_card_unavailable', answer.reason === 'busy' ? { retryAfter: 3 } : {});
  }

  return answer.readings;
}

/**
 * Reads the number of a card that a guard took a picture of. Whether its holder is known here is not told: only the check
 * that follows does, which the person reads of. Nothing of the picture is kept.
 * @throws duty_required, duty_ended, evidence_refused, id_card_unreadable, id_card_unavailable, too_many_requests
 */
export async function readCard(
  services: Services,
  staffId: string,
  { mediaType, data }: z.output<typeof idCardUpload>,
): Promise<CardRead> {
  const { clock, config, index, limiter } = services;
  await requireDuty(services, { staffId });
  const bytes = readEvidence(mediaType, data);
  checkSize(mediaType, bytes);
  await limiter.consume('id cards', staffId, perDay);
  const now = clock.now();
  const today = dayOf(now, config.brand.zone);
  const idNumber = agreedNumber(await readingsOf(services, { mediaType, bytes }), today);
  const birthDate = idNumber === undefined ? undefined : birthDateOf(idNumber);
  if (idNumber === undefined || birthDate === undefined) {
    throw new AppError('id_card_unreadable');
  }
  const needsReason = ageOn(birthDate, today) < limits.idCardAge;
  const identityIndex = index.identity('resident', idNumber);
  const ticket = issueTicket(services, staffId, { identityIndex, needsReason }, now);

  return { idNumber, birthYear: Number(birthDate.slice(0, 4)), needsReason, ...ticket };
}
