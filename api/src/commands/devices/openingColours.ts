import type { Services } from '../../context';

/** Numbers inside codes of the colours with which a gate opens by itself. */
export function openingColours({ colours }: Services): number[] {
  return colours.colours.filter(({ decision }) => decision === 'allow').map(({ id }) => id);
}
