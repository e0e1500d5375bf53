import { Op, type Transaction } from 'sequelize';

import { newId } from '../base/ids';
import { writeAs, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { Message } from '../models/message';
import { Person } from '../models/person';
import { colourNamed } from '../risk/colours';
import { currentStatus } from '../status/currentStatus';
import { systemActor } from '../storage/scene';

const system = { actor: systemActor, ip: null };

/** Messages that tell which colour the code shows. */
const colourKinds = ['colour', 'colourUnknown', 'colourKnown'];

async function wasToldUnknown(personId: string, transaction?: Transaction): Promise<boolean> {
  const last = await Message.findOne({
    where: { personId, kind: { [Op.in]: colourKinds } },
    order: [['id', 'DESC']],
    ...(transaction && { transaction }),
  });

  return last?.kind === 'colourUnknown';
}

/** Undefined when the facts alone make the colour another one than the clear one. */
async function showsUnknown(services: Services, person: Person): Promise<boolean | undefined> {
  const status = (await currentStatus(services, [person])).get(person.id);
  if (status?.byFacts.colour !== services.colours.clear) {
    return undefined;
  }

  return status.colour === services.colours.unknown;
}

function textOf({ colours }: Services, isUnknown: boolean): { kind: string; title: string; body: string } {
  const { label: shown } = colourNamed(colours, isUnknown ? colours.unknown : colours.clear);

  return isUnknown
    ? {
        kind: 'colourUnknown',
        title: `您的健康码暂时显示“${shown}”`,
        body: '部分数据未按时更新，与您本人的情况无关，也不需要您办理任何手续，数据更新后自动恢复。打开“亮码”页可查看数据时间。',
      }
    : {
        kind: 'colourKnown',
        title: `您的健康码已恢复为${shown}`,
        body: '数据已按时更新。打开“亮码”页可查看数据时间。',
      };
}

/**
 * Late data turns every clear code unknown at one moment, and fresh data all of them back: each person is told when he
 * next opens the app, before his messages are counted or read, rather than a whole province at once. Nobody is told twice
 * of the same. A colour that is not clear is told by whatever turned it.
 */
export async function tellOfFeeds(services: Services, person: Person): Promise<void> {
  if (person.claimedAt === null) {
    return;
  }
  const isUnknown = await showsUnknown(services, person);
  if (isUnknown === undefined || isUnknown === (await wasToldUnknown(person.id))) {
    return;
  }
  await writeAs(services, system, async (scene) => {
    // Two requests of a phone that is opened come at once.
    await lockOne(Person, scene, { id: person.id });
    if ((await wasToldUnknown(person.id, scene.tx)) !== isUnknown) {
      await createBy(Message, scene, {
        id: newId(scene.now),
        personId: person.id,
        ...textOf(services, isUnknown),
        at: scene.now,
      });
    }
  });
}
