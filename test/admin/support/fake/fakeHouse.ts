import type { Device, WaitingModel } from '@anxing/contract/devices';
import type { FlowWarning } from '@anxing/contract/flow';
import type { Job } from '@anxing/contract/jobs';
import type { MessageItem } from '@anxing/contract/me';
import type { PassageDetail } from '@anxing/contract/passages';
import type { Point } from '@anxing/contract/points';
import type { PosterBatch, PosterBatchPrinted } from '@anxing/contract/posterBatches';
import type { PointImport } from '@anxing/contract/pointSheets';
import type { PosterState } from '@anxing/contract/posters';
import type { OwnUnit, StaffMember, Unit } from '@anxing/contract/units';

import { FakeRefusal } from './fakeAnswer';
import { fakeDevice, fakeModels } from './fakeDevices';
import { FakeDoor } from './fakeDoor';
import { fakePassages } from './fakePassages';
import { fakeMessages } from './inboxRoutes';
import { fakeWarnings } from './flowRoutes';
import { fakeAbilities, fakePassword, fakeStaff, fakeUnits, unitKindOf } from './fakePeople';
import { fakePoints } from './fakePoints';
import { FakeRisk } from './fakeRisk';

/** What the fake API holds, and who is signed in: one browser at a time. */
export class FakeHouse {
  readonly points: Point[];
  readonly posters = new Map<string, PosterState[]>();
  readonly passages: PassageDetail[];
  readonly staff: StaffMember[];
  readonly units: Unit[];
  readonly devices: Device[];
  readonly models: WaitingModel[];
  readonly warnings: FlowWarning[];
  readonly messages: MessageItem[];
  readonly risk: FakeRisk;
  readonly door = new FakeDoor();
  /** Who is told of a point's warnings, by point. */
  readonly notices = new Map<string, string[] | null>();
  readonly jobs: Job[] = [];
  /** Whether background jobs get on, a step each time somebody looks. */
  areJobsMoving = true;
  /** What was asked to be printed. */
  readonly batches: PosterBatch[] = [];
  /** Posters of batches that were revoked since. */
  revoked: PosterBatchPrinted['revoked'] = [];
  /** What the next list of points holds. */
  importAnswer: PointImport | undefined;
  readonly passwords = new Map<string, string>();
  /** Of the files that jobs are to make, and how many rows they have. */
  readonly fileNames = new Map<string, { name: string; total: number }>();
  signedIn: StaffMember | undefined;
  /** False: the access token has run out, the refresh token still works. */
  isAccessFresh = true;

  constructor(readonly now: number) {
    this.points = fakePoints(now);
    this.points.forEach(({ id, poster }) => this.posters.set(id, poster ? [poster] : []));
    this.passages = fakePassages(this.points, now);
    this.staff = fakeStaff(now);
    this.units = fakeUnits(now);
    this.devices = [fakeDevice(1, now)];
    this.models = fakeModels(now);
    this.warnings = fakeWarnings(now);
    this.messages = fakeMessages(now);
    this.risk = new FakeRisk(now);
  }

  /** Starts with somebody signed in, for tests that are not about signing in. */
  signInAs(role: keyof typeof fakeAbilities): void {
    this.signedIn = this.staff.find(({ roles }) => roles.some((one) => one === role));
  }

  passwordOf({ id }: StaffMember): string {
    return this.passwords.get(id) ?? fakePassword;
  }

  admit(): void {
    if (!this.signedIn) {
      throw new FakeRefusal('not_signed_in');
    }
    if (!this.isAccessFresh) {
      throw new FakeRefusal('session_expired');
    }
  }

  own(): OwnUnit {
    const { signedIn, units } = this;
    const role = signedIn?.roles[0] === 'manager' ? 'owner' : (signedIn?.roles[0] ?? '');
    const unit = units.find(({ kind }) => kind === unitKindOf(role));
    const abilities = fakeAbilities[role];
    if (!signedIn || !unit || !abilities) {
      throw new FakeRefusal('not_signed_in');
    }

    return { unit, staff: signedIn, abilities };
  }
}
