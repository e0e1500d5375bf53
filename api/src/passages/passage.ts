import { scanObjects, type ScanObject } from '@anxing/contract/scans';
import type { Decision, Direction } from '@anxing/contract/visits';

import { idFromBytes, idToBytes } from '../base/ids';
import type { Row } from '../storage/database';
import { directionCodes, kindCodes, proofCodes } from './columns';

export type PassageKind = keyof typeof kindCodes;

/** One person at one point: what is written, and what a repeat of the same check-in is answered from. */
export interface Passage {
  /** YYYYMMDD in the configured zone, from the time inside the id: a repeat always meets itself. */
  day: number;
  id: string;
  kind: PassageKind;
  direction: Direction;
  /** ms: when it happened. */
  at: number;
  /** ms: when the server learned of it. */
  receivedAt: number;
  personId: string;
  unitId: string;
  pointId: string;
  division: string;
  colour: string;
  decision: Decision;
  why: string | null;
  /** Tenths of °C. */
  temperature: number | null;
  mask: boolean | null;
  staffId: string | null;
  deviceId: string | null;
  /** By what staff or device recognised the person. */
  proof: ScanObject | null;
  /** Why somebody came: an id of the configuration. */
  reason: string | null;
  /** Decided at the door without network, and told afterwards. */
  isLate: boolean;
  /** Why a guard decided otherwise than colour and policy: an id of the configuration. */
  overrideReason: string | null;
  /** What he wrote to it, sealed. */
  note: string | null;
  /** Whether it changed the counts of its point. */
  counted: boolean;
  requestHash: Buffer;
  nameIndex: string;
}

const columns = [
  'day',
  'id',
  'kind',
  'direction',
  'at',
  'received_at',
  'person_id',
  'unit_id',
  'point_id',
  'division',
  'colour',
  'decision',
  'why',
  'temperature',
  'mask',
  'staff_id',
  'device_id',
  'proof',
  'reason',
  'late',
  'override_reason',
  'note',
  'counted',
  'request_hash',
  'name_index',
];

/** For an INSERT. */
export const passageColumns = columns.join(', ');

/** The values of a row, in the order of `passageColumns`. */
export function passageValues(passage: Passage): unknown[] {
  return [
    passage.day,
    idToBytes(passage.id),
    kindCodes[passage.kind],
    directionCodes[passage.direction],
    passage.at,
    passage.receivedAt,
    idToBytes(passage.personId),
    idToBytes(passage.unitId),
    idToBytes(passage.pointId),
    passage.division,
    passage.colour,
    passage.decision,
    passage.why,
    passage.temperature,
    passage.mask === null ? null : Number(passage.mask),
    passage.staffId && idToBytes(passage.staffId),
    passage.deviceId && idToBytes(passage.deviceId),
    passage.proof && proofCodes[passage.proof],
    passage.reason,
    Number(passage.isLate),
    passage.overrideReason,
    passage.note,
    Number(passage.counted),
    passage.requestHash,
    passage.nameIndex,
  ];
}

function idOf(value: unknown): string {
  return idFromBytes(value as Uint8Array);
}

const proofs = new Map(scanObjects.map((object) => [proofCodes[object], object]));

function proofOf(code: number): ScanObject | null {
  return proofs.get(code) ?? null;
}

/** Reads a row of `SELECT * FROM passages`. */
export function readPassage(row: Row): Passage {
  return {
    day: Number(row.day),
    id: idOf(row.id),
    kind: Number(row.kind) === kindCodes.visit ? 'visit' : 'scan',
    direction: Number(row.direction) === directionCodes.in ? 'in' : 'out',
    at: Number(row.at),
    receivedAt: Number(row.received_at),
    personId: idOf(row.person_id),
    unitId: idOf(row.unit_id),
    pointId: idOf(row.point_id),
    division: String(row.division),
    colour: String(row.colour),
    decision: row.decision as Decision,
    why: row.why === null ? null : String(row.why),
    temperature: row.temperature === null ? null : Number(row.temperature),
    mask: row.mask === null ? null : Boolean(row.mask),
    staffId: row.staff_id === null ? null : idOf(row.staff_id),
    deviceId: row.device_id === null ? null : idOf(row.device_id),
    proof: row.proof === null ? null : proofOf(Number(row.proof)),
    reason: row.reason === null ? null : String(row.reason),
    isLate: Boolean(row.late),
    overrideReason: row.override_reason === null ? null : String(row.override_reason),
    note: row.note === null ? null : String(row.note),
    counted: Boolean(row.counted),
    requestHash: Buffer.from(row.request_hash as Uint8Array),
    nameIndex: String(row.name_index),
  };
}
