import type { Abilities } from '@anxing/contract/units';

import { answerFault, awaitsAnswer } from '../commands/appeals/lockAnswerable';
import type { Party } from '../commands/changes/parties';
import type { Appeal } from '../models/appeal';

/** Nobody answers his own appeal, or one against what he decided himself. */
export function mayAnswerAppeal({ answerAppeals }: Abilities, answerer: Party, appeal: Appeal): boolean {
  return answerAppeals && awaitsAnswer(appeal) && answerFault(answerer, appeal) === undefined;
}
