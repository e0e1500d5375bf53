import { leaving, type EntryVerdict } from '@anxing/contract/entry';
import type { Direction, Decision } from '@anxing/contract/visits';

import type { Services } from '../../context';
import type { Person } from '../../models/person';
import type { Point } from '../../models/point';
import { against, decide } from '../../passages/decide';
import { nothingAsked, policyAt } from '../../passages/placePolicy';
import { negativeTestAge } from '../../status/negativeTest';

const decidedThere = '断网时由查验人员决定';
const voidPass = '离线通行码当时已作废';

/** Somebody on whom a verifier decided without network. */
export interface LatePasser {
  person: Pick<Person, 'identityIndex' | 'colourSince'>;
  point: Point;
  /** The one that was signed. */
  colour: string;
  direction: Direction;
  /** The verifier's. */
  decision: Decision;
  temperature?: number | undefined;
  mask?: boolean | undefined;
  /** A device has nobody who could look for a mask. */
  isUnattended: boolean;
  /** ms: of an outage pass. */
  passIssuedAt?: number | undefined;
  /** ms: when it was decided. */
  at: number;
}

/** Whether the list of what is void named the pass by then; of more than one change of colour the last is known. */
function isPassVoid({ person, passIssuedAt, at }: LatePasser): boolean {
  const since = Number(person.colourSince ?? 0);

  return passIssuedAt !== undefined && passIssuedAt < since && since <= at;
}

/** Why the place's rules would not have let in somebody whom the verifier let in. */
async function brokenRules(services: Services, given: LatePasser): Promise<string | null> {
  const { colours, config } = services;
  const place = policyAt(config, given.point);
  const testAge =
    place.testHours === null ? undefined : await negativeTestAge(services, given.person, given.at);
  const broken = [
    isPassVoid(given) ? voidPass : undefined,
    against({ ...given, testAge, place }, colours, config.policy),
  ].filter((text) => text !== undefined);

  return broken.length === 0 ? null : `断网时放行，与规则不符：${broken.join('；')}`;
}

/** What was asked of staff and never answered: of tests nobody could know without network. */
function unanswered({ colours, config }: Services, given: LatePasser): string {
  const asked = against(
    { ...given, testAge: 'unknown', place: policyAt(config, given.point) },
    colours,
    config.policy,
  );

  return asked === undefined ? decidedThere : `断网时待核实，未反馈：${asked}`;
}

/** Why somebody was stopped; a mask that nobody looked for is no reason. */
function whyNot({ colours, config }: Services, { colour, temperature, mask = true }: LatePasser): string {
  const place = { ...nothingAsked, mask: true };

  return decide({ colour, temperature, mask, place }, colours, config.policy).why ?? decidedThere;
}

function reasonOf(services: Services, given: LatePasser): Promise<string | null> | string {
  switch (given.decision) {
    case 'allow':
      return brokenRules(services, given);
    case 'ask':
      return unanswered(services, given);
    case 'stop':
      return whyNot(services, given);
  }
}

/**
 * As the verifier decided, since it happened; where that was against the rules of the place, it is told. A colour that
 * stops is never recorded as let in.
 */
export async function lateVerdict(services: Services, given: LatePasser): Promise<EntryVerdict> {
  const { colour, decision, direction } = given;
  if (direction === 'out') {
    return leaving;
  }
  const byColour = decide({ colour, place: nothingAsked }, services.colours, services.config.policy);
  const why = await reasonOf(services, given);

  return { decision: byColour.decision === 'stop' ? 'stop' : decision, why };
}
