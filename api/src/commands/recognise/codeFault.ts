import type { ErrorCode } from '@anxing/contract/errors';

import type { PassFailure } from '../../codes/outagePass';
import type { PersonalCodeFailure } from '../../codes/personalCode';

/** Why a code or a pass is refused: each has its own sentence, since what to do next differs. */
export const codeFaults: Record<PersonalCodeFailure | PassFailure, ErrorCode> = {
  malformed: 'code_unreadable',
  unknownKey: 'code_unknown_key',
  forged: 'code_forged',
  expired: 'code_expired',
  notYetValid: 'code_not_yet_valid',
};
