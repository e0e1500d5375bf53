import { clearsAt } from '@anxing/contract/crowd';

/** Whether a warning stands at a threshold; the threshold is null when nobody wants to be warned any more. */
export interface Gate {
  threshold: number | null;
  isRaised: boolean;
}

export type Step = 'raise' | 'clear' | 'stay';

/** What so many people inside do to a warning: it is raised once, and again only after enough of them have left. */
export function nextStep({ threshold, isRaised }: Gate, inside: number): Step {
  if (threshold === null) {
    return isRaised ? 'clear' : 'stay';
  }
  if (isRaised) {
    return inside <= clearsAt(threshold) ? 'clear' : 'stay';
  }

  return inside >= threshold ? 'raise' : 'stay';
}
