import { showPass, type PassSecret } from '@anxing/contract/offline/passChain';
import { splitCode } from '@anxing/contract/offline/codeForms';
import type { DoorKeys, RevocationList } from '@anxing/contract/door';
import { tellScanned, type ScannedKind } from '@anxing/contract/scanned';
import type { LateScans, RecentScan, ScanAnswer, ScanObject } from '@anxing/contract/scans';
import type { ErrorCode } from '@anxing/contract/errors';
import type { Decision, Direction } from '@anxing/contract/visits';

import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../../api/src/codes/keys';
import { issuePass, sha256 } from '../../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';
import { FakeRefusal } from './fakeAnswer';

export type LateItem = LateScans['items'][number];

/** Whom the fake knows behind a number; everybody else is green. */
export interface Known {
  colour?: string;
  name?: string;
  region?: ScanAnswer['region'];
}

const refusals: Partial<Record<ScannedKind, ErrorCode>> = {
  numberMistyped: 'number_mistyped',
  idNumber: 'object_id_number',
  poster: 'object_poster',
  payment: 'object_payment',
  link: 'object_link',
  other: 'object_unknown',
};

const colourNames = ['unknown', 'green', 'orange'];
const reference = Buffer.from('0123456789abcdef', 'hex');

/** A scan as the fake keeps it. */
export interface FakeScan {
  id: string;
  object: string;
  pointId: string;
  direction: Direction;
  colour: string;
  decision: Decision;
}

/** The door of the fake API: codes that verify for real, and the passages that came. */
export class FakeDoor {
  readonly key = codeKeyFromMaterial(newCodeKeyMaterial(3));
  readonly known = new Map<string, Known>();
  readonly scans = new Map<string, FakeScan>();
  /** Passages that were told late, in the order in which they came. */
  readonly late: LateItem[] = [];
  readonly feedback: { id: string; body: unknown }[] = [];
  revoked: RevocationList['passes'] = [];
  isListComplete = true;
  /** Whether everybody was checked more often than is told at once. */
  hasMore = false;
  /** What is told of everybody's earlier checks, newest first. */
  earlier: RecentScan[] = [];
  /** The answer when a staff member wants to sign on. */
  dutyRefusal: ErrorCode | undefined;
  /** Where somebody has signed on. */
  dutyAt: string | undefined;
  /** How many scans of a run are kept; a long one would fill the memory of the test. */
  scansKept = Infinity;

  code(colour: number, now = Date.now()): string {
    return issuePersonalCode(this.key, { reference, colour, now });
  }

  pass(colour: number, now = Date.now()): PassSecret {
    return issuePass(this.key, { reference, colour, now });
  }

  shown(pass: PassSecret, now = Date.now()): string {
    return showPass(sha256, pass, now) ?? '';
  }

  keys(now: number): DoorKeys {
    const publicKey = this.key.publicKey.export({ format: 'jwk' }).x ?? '';

    return { keys: [{ id: this.key.id, publicKey }], colours: colourNames, serverTime: now };
  }

  revocations(asOf: number): RevocationList {
    return { asOf, passes: this.revoked, cards: [], complete: this.isListComplete };
  }

  /** Who stands there. @throws FakeRefusal */
  recognise(object: string): Known & { object: ScanObject } {
    const { kind, text } = tellScanned(object);
    const refused = refusals[kind];
    if (refused) {
      throw new FakeRefusal(refused);
    }
    const known = this.known.get(text);
    if (kind === 'code') {
      const parts = splitCode(text);
      if (!parts) {
        throw new FakeRefusal('code_unreadable');
      }

      return { object: 'code', colour: colourNames[parts.colour] ?? 'unknown', ...known };
    }

    return { object: kind === 'pass' ? 'pass' : kind === 'card' ? 'card' : 'number', ...known };
  }

  keep(scan: FakeScan): void {
    this.scans.set(scan.id, scan);
    const [oldest] = this.scans.keys();
    if (this.scans.size > this.scansKept && oldest !== undefined) {
      this.scans.delete(oldest);
    }
  }
}
