import { decideEntry, type EntryVerdict, type Seen } from '@anxing/contract/entry';

import type { ProvinceConfig } from '../base/provinceConfig';
import { colourNamed, type Colours } from '../risk/colours';
import type { PlacePolicy } from './placePolicy';

export interface Circumstances extends Seen {
  /** The current colour of the person, from the server. */
  colour: string;
  /** ms since the sample of the last negative test; undefined when there is none. */
  testAge?: number | undefined;
  place: PlacePolicy;
}

/** What of the policy counts at a door. */
type DoorPolicy = Pick<ProvinceConfig['policy'], 'feverFrom' | 'unknownColour'>;

/** The rule of every door (`contract/entry`), with the colours and the policy of this province. */
export function decide(
  { colour, ...given }: Circumstances,
  colours: Colours,
  { feverFrom, unknownColour }: DoorPolicy,
): EntryVerdict {
  const { decision, label } = colourNamed(colours, colour);
  const says = colour === colours.unknown ? unknownColour : decision;

  return decideEntry({ ...given, colour: { decision: says, label } }, feverFrom);
}
