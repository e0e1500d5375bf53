import { newId } from '../../base/ids';
import { writeAs, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { SettingsVersion } from '../../models/settingsVersion';
import { textOfSettings } from '../../risk/riskSettings';
import { systemActor } from '../../storage/scene';
import { inTurn } from '../../storage/turns';

function newestVersion(): Promise<SettingsVersion | null> {
  return SettingsVersion.findOne({ order: [['version', 'DESC']] });
}

async function addUnlessNewest(services: Services, content: string): Promise<void> {
  const newest = await newestVersion();
  if (newest?.content === content) {
    return;
  }
  await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    await createBy(SettingsVersion, scene, {
      id: newId(scene.now),
      version: (newest?.version ?? 0) + 1,
      content,
      takesForceAt: scene.now,
    });
  });
}

/**
 * Keeps what the configuration says of colours, feeds and region levels, when it is not what was kept last: a restart may
 * change it, and what a colour was before has still to be told. Processes that start together take turns.
 */
export async function keepSettings(services: Services): Promise<void> {
  const { database, lease } = services;
  const content = textOfSettings(services);
  if ((await newestVersion())?.content !== content) {
    await inTurn(database, { name: 'settings', owner: lease.owner }, () =>
      addUnlessNewest(services, content),
    );
  }
}
