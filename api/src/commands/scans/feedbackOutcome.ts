import type { z } from 'zod';

import { isFever, type Seen } from '@anxing/contract/entry';
import type { feedbackRequest } from '@anxing/contract/scans';

import type { Services } from '../../context';
import type { Person } from '../../models/person';
import type { Point } from '../../models/point';
import type { Passage } from '../../passages/passage';
import type { Feedback } from '../../passages/rewritePassage';
import { openField, sealField } from '../../privacy/sealedFields';
import { judgeScan, type Judged } from './judgeScan';
import { checkOverride, checkPassReason, reasonName } from './reasonFaults';

export type FeedbackInput = z.output<typeof feedbackRequest>;

export interface Outcome {
  feedback: Feedback;
  wants: Judged['wants'];
}

/** What was told before stays where nothing is told now. */
function seenOf({ temperature, mask }: FeedbackInput, before: Passage): Seen {
  const measured = before.temperature === null ? undefined : before.temperature / 10;

  return { temperature: temperature ?? measured, mask: mask ?? before.mask ?? undefined };
}

/** What the guard decides otherwise stands; else what colour, temperature, mask and policy come to. */
function overridden({ policy }: Services['config'], judged: Judged, { override }: FeedbackInput): Judged {
  if (!override) {
    return judged;
  }
  const name = reasonName(policy.overrideReasons, override.reason);
  const word = override.decision === 'allow' ? '放行' : '不予放行';

  return { decision: override.decision, why: `工作人员${word}：${name}`, wants: [] };
}

/** A note that says the same stays as it is: sealed anew, it would never equal itself. */
function noteOf({ vault }: Services, before: Passage, note: string | undefined): string | null {
  if (note === undefined) {
    return null;
  }

  return openField(vault, 'passages', 'note', before, before.note) === note
    ? before.note
    : sealField(vault, 'passages', 'note', before.id, note);
}

/** What a guard's feedback makes of a check. @throws invalid_input for a reason that does not fit */
export async function feedbackOutcome(
  services: Services,
  before: Passage,
  { person, point }: { person: Person; point: Point },
  input: FeedbackInput,
  now: number,
): Promise<Outcome> {
  const { policy } = services.config;
  const { colour, direction } = before;
  const { reason, override } = input;
  const seen = seenOf(input, before);
  checkPassReason(policy, reason);
  if (override) {
    checkOverride(policy, override, isFever(seen, policy.feverFrom));
  }
  const judged = await judgeScan(services, { ...seen, person, point, direction, colour, now });
  const { decision, why, wants } = overridden(services.config, judged, input);
  const { temperature, mask } = seen;
  const feedback = {
    decision,
    why,
    temperature: temperature === undefined ? null : Math.round(temperature * 10),
    mask: mask ?? null,
    reason,
    overrideReason: override?.reason ?? null,
    note: noteOf(services, before, override?.note),
  };

  return { feedback, wants };
}
