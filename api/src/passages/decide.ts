import type { Decision } from '@anxing/contract/visits';

import type { ProvinceConfig } from '../base/provinceConfig';
import { colourNamed, type Colours } from '../risk/colours';

export interface Circumstances {
  /** The current colour of the person, from the server. */
  colour: string;
  /** °C; undefined when nobody measured. */
  temperature?: number | undefined;
  /** undefined when nobody looked. */
  mask?: boolean | undefined;
  /** The place asks for a mask. */
  maskRequired: boolean;
}

export interface Verdict {
  decision: Decision;
  /** Why it is not `allow`, in words for people. */
  why: string | null;
}

const allow: Verdict = { decision: 'allow', why: null };

/** Who leaves is not kept. */
export const leaving: Verdict = allow;

function byColour(colour: string, colours: Colours, policy: ProvinceConfig['policy']): Verdict {
  const { decision, label } = colourNamed(colours, colour);
  const effective = colour === colours.unknown ? policy.unknownColour : decision;
  if (effective === 'allow') {
    return allow;
  }

  return effective === 'stop'
    ? { decision: 'stop', why: `健康码为${label}，请配合工作人员` }
    : { decision: 'ask', why: `健康码${label}，请工作人员核验` };
}

/** Entry needs a colour that passes, a temperature below fever and, where the place asks for it, a mask. */
export function decide(given: Circumstances, colours: Colours, policy: ProvinceConfig['policy']): Verdict {
  const verdict = byColour(given.colour, colours, policy);
  if (verdict.decision === 'stop') {
    return verdict;
  }
  if (given.temperature !== undefined && given.temperature >= policy.feverFrom) {
    return {
      decision: 'stop',
      why: `体温 ${given.temperature.toFixed(1)} ℃，达到或超过 ${policy.feverFrom} ℃`,
    };
  }
  if (given.maskRequired && given.mask === false) {
    return { decision: 'stop', why: '未佩戴口罩' };
  }

  return verdict;
}
