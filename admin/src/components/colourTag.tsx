import type { PublicConfig } from '@anxing/contract/publicConfig';

import { useConfig } from '../lib/config';
import { ColourShape } from './colourShape';

type Colour = PublicConfig['colours'][number];

const strange: Omit<Colour, 'name' | 'label' | 'decision'> = {
  word: '',
  shape: 'ring',
  background: '#5b6470',
  ink: '#ffffff',
};

/** A code's colour, always with its word and shape. A colour that is not configured any more keeps its name. */
export function ColourTag({ colour }: { colour: string }) {
  const { colours } = useConfig();
  const { label, word, shape, background, ink } = colours.find(({ name }) => name === colour) ?? {
    ...strange,
    label: colour,
  };

  return (
    <span className="colourTag" style={{ background, color: ink }} title={word}>
      <ColourShape shape={shape} />
      {label}
    </span>
  );
}
