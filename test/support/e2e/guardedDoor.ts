import type { PassageDetail, PassagePage } from '@anxing/contract/passages';
import type { StaffMember } from '@anxing/contract/units';

import type { Platform } from '../miniprogram/types';
import { accountOf, signInStaff, type ApiUser } from './apiUser';
import { GuardPhone } from './guardPhone';
import { startServer, type RunningServer } from './server';
import { placeNamed, type Place } from './venue';

/** A point of the demo's unit, as the manager adds it. */
interface NewPoint {
  name: string;
  category: string;
  division?: string;
}

/** The demo's mall with a guard on duty, who has the compiled mini-program in his hand. */
export class GuardedDoor {
  private constructor(
    readonly server: RunningServer,
    readonly manager: ApiUser,
    readonly garage: Place,
    readonly guard: GuardPhone,
  ) {}

  /** The guard has not signed in yet. @param database as `startServer` takes it */
  static async open(platform: Platform, name: string, database = 'sqlite'): Promise<GuardedDoor> {
    const server = await startServer({ name: `${name}-${platform}`, database });
    const manager = await signInStaff(server, 'manager');
    const garage = await placeNamed(manager, '示例万象停车楼');

    return new GuardedDoor(server, manager, garage, await GuardPhone.open(platform, server.url));
  }

  async close(): Promise<void> {
    await this.guard.phone.close();
    await this.server.close();
  }

  /** Signs the guard in on his phone and lets him stand at the garage. */
  async begin(): Promise<void> {
    await this.guard.goOnDuty(accountOf(this.server, 'guard'), this.garage.id);
  }

  async member(): Promise<StaffMember> {
    const { items } = await this.manager.get<{ items: StaffMember[] }>('unit/staff');
    const member = items.find(({ roles }) => roles.includes('guard'));
    if (!member) {
      throw new Error('the unit has no guard');
    }

    return member;
  }

  /** A point where the guard may stand too. */
  async addPoint({ name, category, division = '350102' }: NewPoint): Promise<string> {
    const { id } = await this.manager.post<{ id: string }>('unit/points', {
      name,
      category,
      division,
      address: '示例路 9 号',
    });
    const member = await this.member();
    await this.manager.patch(`unit/staff/${member.id}`, { pointIds: [...member.pointIds, id] });

    return id;
  }

  /** What the unit has on record, newest first. */
  async records(): Promise<PassagePage['items']> {
    return (await this.manager.get<PassagePage>('unit/passages?kind=scan')).items;
  }

  /** All that the unit may read of the newest record. */
  async lastRecord(): Promise<PassageDetail> {
    const [last] = await this.records();

    return this.manager.get<PassageDetail>(`unit/passages/${last?.id}`);
  }
}

/** The one of the two that is tried on MariaDB where there is one: each story is told on both databases. */
export function databaseOf(platform: Platform): string {
  return platform === 'alipay' ? (process.env.ANXING_TEST_MARIADB ?? 'sqlite') : 'sqlite';
}
