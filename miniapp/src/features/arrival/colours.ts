import type { NationalCode } from '@anxing/contract/nationalCode';

interface Look {
  shape: string;
  background: string;
  ink: string;
}

/** How the colours of other provinces look here: the own configuration need not have them all. */
export const looks: Record<NationalCode['colour'], Look> = {
  green: { shape: 'circle', background: '#237804', ink: '#ffffff' },
  yellow: { shape: 'diamond', background: '#ffd34d', ink: '#16202e' },
  red: { shape: 'square', background: '#b42318', ink: '#ffffff' },
  unknown: { shape: 'ring', background: '#5b6470', ink: '#ffffff' },
};
