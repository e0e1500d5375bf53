import { idToBytes } from '../base/ids';
import { directionCodes, kindCodes } from './columns';
import { given, type Condition, type PassageFilter } from './passageWhere';

/** A part of the answer that one index gives in order. */
export interface Branch {
  index: string;
  conditions: Condition[];
}

/** Each point is read by itself and the newest are taken: only so the index gives them in order. */
const pointsApart = 16;

/** As in the column `class`, see migration 0036. */
const ordinary = { colour: 'green', decision: 'allow', coolerThan: 370 } as const;
const notable = 4;

/** Whether only passages fit of which there is something to be said: a few of a hundred. */
function isNotable({ colour, decision, temperature }: PassageFilter): boolean {
  const isWarm = typeof temperature === 'object' && (temperature.from ?? 0) >= ordinary.coolerThan;

  return (
    isWarm ||
    (colour !== undefined && colour !== ordinary.colour) ||
    (decision !== undefined && decision !== ordinary.decision)
  );
}

/** The classes that fit; only staff scan. */
function classesOf(filter: PassageFilter): number[] {
  const { kind, direction, staffId } = filter;
  const known = staffId === undefined ? Object.values(kindCodes) : [kindCodes.scan];
  const kinds = known.filter((code) => kind === undefined || code === kindCodes[kind]);
  const directions = direction ? [directionCodes[direction]] : Object.values(directionCodes);
  const says = isNotable(filter) ? [notable] : [0, notable];

  return says.flatMap((one) => directions.flatMap((way) => kinds.map((how) => how + 2 * way + one)));
}

/**
 * The indexes that serve a filter, each with what it finds its rows by. They are named, so that no statistics of the
 * day choose others: of a big unit what is rare must not be sought among what is common.
 */
export function branchesOf(filter: PassageFilter): Branch[] {
  const { unitId, personId, nameIndex, pointIds, kind, direction } = filter;
  const ofUnit: Condition = ['unit_id = ?', idToBytes(unitId)];
  const atPoints: Condition[] = pointIds ? [['point_id IN (?)', pointIds.map(idToBytes)]] : [];
  const ways = given([
    kind && ['kind = ?', kindCodes[kind]],
    direction && ['direction = ?', directionCodes[direction]],
  ]);
  const ofName: Condition[] = nameIndex === undefined ? [] : [['name_index = ?', nameIndex]];
  if (personId !== undefined) {
    const person: Condition = ['person_id = ?', idToBytes(personId)];

    return [{ index: 'passages_by_person', conditions: [person, ofUnit, ...ofName, ...atPoints, ...ways] }];
  }
  if (nameIndex !== undefined) {
    return [{ index: 'passages_by_name', conditions: [ofUnit, ...ofName, ...atPoints, ...ways] }];
  }
  if (pointIds && pointIds.length <= pointsApart && !isNotable(filter)) {
    return pointIds.map((id) => ({
      index: 'passages_by_point',
      conditions: [['point_id = ?', idToBytes(id)], ...ways],
    }));
  }

  return classesOf(filter).map((one) => ({
    index: 'passages_by_unit',
    conditions: [ofUnit, ['class = ?', one], ...atPoints],
  }));
}
