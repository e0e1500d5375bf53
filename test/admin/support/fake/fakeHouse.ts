import type { PassageDetail } from '@anxing/contract/passages';
import type { Point, PosterState } from '@anxing/contract/points';
import type { OwnUnit, StaffMember, Unit } from '@anxing/contract/units';

import { FakeRefusal } from './fakeAnswer';
import { fakePassages } from './fakePassages';
import { fakeAbilities, fakePassword, fakeStaff, fakeUnits } from './fakePeople';
import { fakePoints } from './fakePoints';

/** What the fake API holds, and who is signed in: one browser at a time. */
export class FakeHouse {
  readonly points: Point[];
  readonly posters = new Map<string, PosterState[]>();
  readonly passages: PassageDetail[];
  readonly staff: StaffMember[];
  readonly units: Unit[];
  readonly passwords = new Map<string, string>();
  signedIn: StaffMember | undefined;
  /** False: the access token has run out, the refresh token still works. */
  isAccessFresh = true;

  constructor(readonly now: number) {
    this.points = fakePoints(now);
    this.points.forEach(({ id, poster }) => this.posters.set(id, poster ? [poster] : []));
    this.passages = fakePassages(this.points, now);
    this.staff = fakeStaff(now);
    this.units = fakeUnits(now);
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
    const unit = units.find(({ kind }) => (kind === 'operator') === (role === 'units'));
    const abilities = fakeAbilities[role];
    if (!signedIn || !unit || !abilities) {
      throw new FakeRefusal('not_signed_in');
    }

    return { unit, staff: signedIn, abilities };
  }
}
