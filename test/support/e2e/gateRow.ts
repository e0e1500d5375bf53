import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DeviceCreated } from '@anxing/contract/devices';
import type { Point } from '@anxing/contract/points';

import type { Services } from '../../../api/src/context';
import { Unit } from '../../../api/src/models/unit';
import { buildDeviceModel } from '../api/factories/buildDevice';
import type { ApiUser } from './apiUser';
import { Gate } from './gate';

interface Given {
  /** Of the running server, without a slash at the end. */
  url: string;
  house: Services;
  manager: ApiUser;
}

/** The turnstiles of a demo's unit, each a program of its own. */
export class GateRow {
  private readonly gates: Gate[] = [];

  private readonly folder = mkdtempSync(path.join(tmpdir(), 'anxing-gates-'));

  constructor(private readonly given: Given) {}

  /** Adds one at a point. @param skew s: how far off its clock is */
  async add(point: Point, skew = 0): Promise<Gate> {
    const { url, house, manager } = this.given;
    const at = this.gates.length;
    const unit = await Unit.findOne({ where: { name: '示例万象商业广场' }, rejectOnEmpty: true });
    const model = await buildDeviceModel(house, unit.id, { model: `AX-GATE-${at}` });
    const serial = `SN-${at}`;
    const { enrolment } = await manager.post<DeviceCreated>('unit/devices', {
      name: `${at + 1} 号闸机`,
      modelId: model.id,
      pointId: point.id,
      serial,
    });
    const folder = path.join(this.folder, `${at}`);
    const gate = await Gate.open({ url, code: enrolment.code, serial, folder, skew });
    this.gates.push(gate);

    return gate;
  }

  close(): void {
    this.gates.forEach((gate) => gate.kill());
    rmSync(this.folder, { recursive: true, force: true });
  }
}
