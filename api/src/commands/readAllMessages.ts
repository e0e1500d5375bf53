import { writeAs, type Origin, type Services } from '../context';
import { Message } from '../models/message';

/** Messages that are marked as read in one transaction. */
const slice = 100;

/** @returns how many were unread */
function readSome(services: Services, origin: Origin, staffId: string): Promise<number> {
  return writeAs(services, origin, async (scene) => {
    const unread = await Message.findAll({
      where: { staffId, readAt: null },
      limit: slice,
      transaction: scene.tx,
      lock: scene.tx.LOCK.UPDATE,
    });
    for (const message of unread) {
      message.readAt = scene.now;
      await message.saveBy(scene);
    }

    return unread.length;
  });
}

/** Marks every message of a staff member as read. */
export async function readAllMessages(services: Services, origin: Origin, staffId: string): Promise<void> {
  while ((await readSome(services, origin, staffId)) === slice) {
    // More to come.
  }
}
