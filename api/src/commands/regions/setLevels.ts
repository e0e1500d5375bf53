import { newId } from '../../base/ids';
import { createManyBy } from '../../models/auditedModel';
import { RegionPeriod } from '../../models/regionPeriod';
import { RegionProposal } from '../../models/regionProposal';
import { planLevel, type LevelPeriod } from '../../risk/regionPeriods';
import { toPeriod } from '../../status/regionLevels';
import type { Scene } from '../../storage/scene';

/** Levels are written by one after the other: whoever does locks the oldest proposal first. */
async function takeTurn(scene: Scene): Promise<void> {
  await RegionProposal.findOne({ order: ['id'], transaction: scene.tx, lock: scene.tx.LOCK.UPDATE });
}

async function setOne(scene: Scene, setting: LevelPeriod): Promise<void> {
  const rows = await RegionPeriod.findAll({
    where: { division: setting.division, recordedUntil: null },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  const open = rows.map(toPeriod);
  const { closed, written } = planLevel(open, setting);
  // Nothing ends before it began, whatever the clocks of two processes say.
  const at = Math.max(scene.now, ...open.map(({ recordedFrom }) => recordedFrom));
  for (const row of rows.filter(({ id }) => closed.includes(id))) {
    row.recordedUntil = at;
    await row.saveBy(scene);
  }
  await createManyBy(
    RegionPeriod,
    scene,
    written.map((period) => ({ ...period, id: newId(scene.now), recordedFrom: at, recordedUntil: null })),
  );
}

/** Sets levels for days of divisions, see `planLevel`; what was on record before stays to be asked for. */
export async function setLevels(scene: Scene, settings: readonly LevelPeriod[]): Promise<void> {
  await takeTurn(scene);
  for (const setting of settings) {
    await setOne(scene, setting);
  }
}
