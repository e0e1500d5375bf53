import type { Change } from '@anxing/contract/changes';
import type { Override } from '@anxing/contract/overrides';

import type { ApiUser } from './apiUser';
import type { Person } from './people';
import { provenStaff } from './provenStaff';
import type { RunningServer } from './server';

/** YYYY-MM-DD where the demo is. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** Two of the operator: what one proposes, the other one puts in force. */
export class OperatorPair {
  private constructor(
    private readonly proposer: ApiUser,
    private readonly approver: ApiUser,
  ) {}

  static async of(server: RunningServer): Promise<OperatorPair> {
    return new OperatorPair(await provenStaff(server, 'rules'), await provenStaff(server, 'approver'));
  }

  /** From now on the person's code is orange. */
  async turnOrange({ idNumber }: Person): Promise<void> {
    const { changeId } = await this.proposer.post<Override>('operator/overrides', {
      people: [{ idNumber }],
      kind: 'set.orange',
      reason: 'onSite',
      explanation: '现场排查发现，已电话核实',
      evidence: { number: '2026-0418' },
      days: 7,
    });
    await this.approve(changeId);
  }

  /** From today on a county has another level. */
  async setLevel(division: string, level: string): Promise<void> {
    const { id } = await this.proposer.post<Change>('operator/regions/levels', {
      changes: [{ division, level, from: today() }],
      note: '省指挥部通告',
    });
    await this.approve(id);
  }

  private async approve(changeId: string): Promise<void> {
    await this.approver.post(`operator/changes/${changeId}/approve`);
  }
}
