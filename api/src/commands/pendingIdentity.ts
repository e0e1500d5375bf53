import type { IdType } from '@anxing/contract/identityDocuments';

import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Account } from '../models/account';
import type { IdentityClaim } from '../providers/identity/identity';
import { openField } from '../privacy/sealedFields';

const matched = 3;

/** The identity that waits with an account since L3 for its face. @throws identity_required */
export function pendingIdentity({ vault }: Services, account: Account): IdentityClaim {
  const { pendingIdType, pendingName, pendingNumber, pendingLevel } = account;
  if (pendingLevel < matched || pendingIdType === null || pendingName === null || pendingNumber === null) {
    throw new AppError('identity_required');
  }

  return {
    idType: pendingIdType as IdType,
    name: openField(vault, 'accounts', 'pending_name', account, pendingName),
    idNumber: openField(vault, 'accounts', 'pending_number', account, pendingNumber),
  };
}
