import {
  againstEntry,
  decideEntry,
  type Entrant,
  type EntryVerdict,
  type Seen,
} from '@anxing/contract/entry';

import type { ProvinceConfig } from '../base/provinceConfig';
import { colourNamed, type Colours } from '../risk/colours';
import type { PlacePolicy } from './placePolicy';

export interface Circumstances extends Seen {
  /** The current colour of the person, from the server. */
  colour: string;
  /** ms since the sample of the last negative test; undefined when there is none, 'unknown' where nobody could ask. */
  testAge?: number | 'unknown' | undefined;
  place: PlacePolicy;
}

/** What of the policy counts at a door. */
type DoorPolicy = Pick<ProvinceConfig['policy'], 'feverFrom' | 'unknownColour'>;

function entrantOf(
  { colour, ...given }: Circumstances,
  colours: Colours,
  { unknownColour }: DoorPolicy,
): Entrant {
  const { decision, label } = colourNamed(colours, colour);
  const says = colour === colours.unknown ? unknownColour : decision;

  return { ...given, colour: { decision: says, label } };
}

/** The rule of every door (`contract/entry`), with the colours and the policy of this province. */
export function decide(given: Circumstances, colours: Colours, policy: DoorPolicy): EntryVerdict {
  return decideEntry(entrantOf(given, colours, policy), policy.feverFrom);
}

/** What that rule had against somebody who is inside already, in words; undefined when nothing. */
export function against(given: Circumstances, colours: Colours, policy: DoorPolicy): string | undefined {
  return againstEntry(entrantOf(given, colours, policy), policy.feverFrom);
}
