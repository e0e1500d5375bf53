import { Op } from 'sequelize';

import { breathe } from '../base/breathe';
import { writeAs, type Services } from '../context';
import { Appeal } from '../models/appeal';
import { AppealEvent } from '../models/appealEvent';
import type { AuditedModel } from '../models/auditedModel';
import { Change } from '../models/change';
import { Evidence, withoutData } from '../models/evidence';
import { Override } from '../models/override';
import { OverridePerson } from '../models/overridePerson';
import { systemActor, type Scene } from '../storage/scene';

const dayMs = 86_400_000;
/** Records in one transaction: each has files and people, and everybody else waits on SQLite. */
const slice = 20;

type Purge = (scene: Scene, before: number) => Promise<number>;

async function destroyAll(scene: Scene, records: readonly AuditedModel<object, object>[]): Promise<void> {
  for (const record of records) {
    await record.destroyBy(scene);
  }
}

async function filesOf({ tx }: Scene, attachedTo: string[]): Promise<Evidence[]> {
  return Evidence.findAll({ attributes: withoutData, where: { attachedTo }, transaction: tx });
}

const purgeSomeAppeals: Purge = async (scene, before) => {
  const { tx: transaction } = scene;
  const appeals = await Appeal.findAll({
    where: { closedAt: { [Op.lt]: before } },
    limit: slice,
    transaction,
  });
  const appealId = appeals.map(({ id }) => id);
  await destroyAll(scene, await filesOf(scene, appealId));
  await destroyAll(scene, await AppealEvent.findAll({ where: { appealId }, transaction }));
  await destroyAll(scene, appeals);

  return appeals.length;
};

/** The change itself stays, to be counted: without what it said, and whom it was about. */
async function emptyChanges(scene: Scene, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    change.set({ facts: null, remark: null, about: '[]', evidence: '[]' });
    await change.saveBy(scene);
  }
}

const purgeSomeOverrides: Purge = async (scene, before) => {
  const { tx: transaction } = scene;
  const changes = await Change.findAll({
    where: { kind: 'override', decidedAt: { [Op.lt]: before }, facts: { [Op.ne]: null } },
    limit: slice,
    transaction,
  });
  const overrideId = changes.map(({ subject }) => subject);
  await destroyAll(scene, await filesOf(scene, overrideId));
  await destroyAll(scene, await OverridePerson.findAll({ where: { overrideId }, transaction }));
  await destroyAll(scene, await Override.findAll({ where: { id: overrideId }, transaction }));
  await emptyChanges(scene, changes);

  return changes.length;
};

/** Lets go appeals and changes of colour by hand that ended long ago, with what was said and sent. */
export async function purgeAppeals(services: Services): Promise<void> {
  const before = services.clock.now() - services.config.retention.appealDays * dayMs;
  for (const purge of [purgeSomeAppeals, purgeSomeOverrides]) {
    let found: number;
    do {
      found = await writeAs(services, { actor: systemActor, ip: null }, (scene) => purge(scene, before));
      await breathe();
    } while (found === slice);
  }
}
