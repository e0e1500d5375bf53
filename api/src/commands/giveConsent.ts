import type { z } from 'zod';

import { consentKinds, type consentRequest } from '@anxing/contract/me';

import { AppError, InvalidInput } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { createBy, lockOne } from '../models/auditedModel';
import { Consent } from '../models/consent';

/** Keeps what somebody agreed to, once per version. @throws invalid_input when the version is not the current one */
export async function giveConsent(
  services: Services,
  origin: Origin,
  accountId: string,
  { kind, version }: z.output<typeof consentRequest>,
): Promise<void> {
  if (version !== services.config.brand.consentVersion) {
    throw new InvalidInput({ version: 'consentVersion' });
  }
  await writeAs(services, origin, async (scene) => {
    await lockOne(Account, scene, { id: accountId });
    const given = await Consent.findOne({ where: { accountId, kind, version }, transaction: scene.tx });
    if (!given) {
      await createBy(Consent, scene, { id: newId(scene.now), accountId, kind, version, at: scene.now });
    }
  });
}

/** Identity data is taken in only from those who agreed to both parts of the present policy. */
export async function requireConsents(services: Services, accountId: string): Promise<void> {
  const version = services.config.brand.consentVersion;
  const given = await Consent.findAll({ where: { accountId, version } });
  if (!consentKinds.every((kind) => given.some((consent) => consent.kind === kind))) {
    throw new AppError('consent_required');
  }
}
