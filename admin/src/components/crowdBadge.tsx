import { crowdStateNames, type CrowdState } from '@anxing/contract/crowd';

import { ColourShape } from './colourShape';

const shapes: Record<CrowdState, string> = {
  normal: 'circle',
  near: 'diamond',
  warning: 'triangle',
  full: 'square',
};

/** How full a place is: by word, shape and colour. */
export function CrowdBadge({ state }: { state: CrowdState }) {
  return (
    <span className={`crowdBadge crowd-${state}`}>
      <ColourShape shape={shapes[state]} />
      {crowdStateNames[state]}
    </span>
  );
}
