import type { PassageOrder } from '../../../../api/src/passages/order';
import type { Passage } from '../../../../api/src/passages/passage';

export const now = 1_800_000_000_000;

/** A green visit of one person at a gate, counted for nothing yet. */
export function samplePassage(given: Partial<Passage> = {}): Passage {
  return {
    day: 20270115,
    id: 'x',
    kind: 'visit',
    direction: 'in',
    at: now,
    receivedAt: now,
    personId: 'p',
    unitId: 'u',
    pointId: 'gate1',
    division: '350102',
    colour: 'green',
    decision: 'allow',
    why: null,
    temperature: null,
    mask: null,
    staffId: null,
    deviceId: null,
    proof: null,
    reason: null,
    isLate: false,
    overrideReason: null,
    note: null,
    counted: false,
    requestHash: Buffer.alloc(32),
    nameIndex: '',
    ...given,
  };
}

/** An order for a passage; six hours' stay in the place `mall`, unless told. */
export function sampleOrder(passage: Passage, given: Partial<PassageOrder> = {}): PassageOrder {
  return {
    passage,
    actor: { kind: 'account', id: passage.personId, unitId: null },
    rootId: 'mall',
    stayMs: 6 * 3_600_000,
    look: null,
    firstScanOf: null,
    ...given,
  };
}
