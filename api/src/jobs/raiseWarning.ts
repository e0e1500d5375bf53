import { warningLevelNames, type WarningLevel } from '@anxing/contract/crowd';

import { newId } from '../base/ids';
import { createBy } from '../models/auditedModel';
import { FlowWarning } from '../models/flowWarning';
import { Message } from '../models/message';
import type { Scene } from '../storage/scene';
import { noticeReceivers } from './noticeReceivers';

export interface Crossing {
  unitId: string;
  pointId: string;
  level: WarningLevel;
  crossing: number;
  /** With those above it, from the top. */
  name: string;
  threshold: number;
  capacity: number | null;
  inside: number;
}

function textOf({ name, level, inside, threshold }: Crossing): string {
  const what = level === 'full' ? `人流上限 ${threshold} 人` : `预警线 ${threshold} 人`;

  return `${name}当前在场 ${inside} 人，已达到${what}。请及时疏导，并在“人流预警”中确认。`;
}

async function tellStaff(scene: Scene, crossing: Crossing): Promise<void> {
  const { pointId: id, unitId, level } = crossing;
  for (const staffId of await noticeReceivers(scene, { id, unitId })) {
    await createBy(Message, scene, {
      id: newId(scene.now),
      staffId,
      kind: 'flow',
      title: `人流预警：${warningLevelNames[level]}`,
      body: textOf(crossing),
      at: scene.now,
    });
  }
}

/** Writes the warning of one crossing and tells who is to know of it. @returns its id */
export async function raiseWarning(scene: Scene, crossing: Crossing): Promise<string> {
  const { unitId, pointId, level, threshold, capacity, inside } = crossing;
  const { now } = scene;
  const warning = await createBy(FlowWarning, scene, {
    id: newId(now),
    unitId,
    pointId,
    level,
    crossing: crossing.crossing,
    threshold,
    capacity,
    raisedAt: now,
    peak: inside,
    peakAt: now,
  });
  await tellStaff(scene, crossing);

  return warning.id;
}
