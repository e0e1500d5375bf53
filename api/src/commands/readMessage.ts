import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Message } from '../models/message';

/** Whose inbox it is. */
export type Reader = { personId: string } | { staffId: string };

/** Marks an own message as read; doing it again changes nothing. @throws not_found */
export function readMessage(services: Services, origin: Origin, reader: Reader, id: string): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const message = await lockOne(Message, scene, { id, ...reader });
    if (!message) {
      throw new AppError('not_found');
    }
    message.readAt ??= scene.now;
    await message.saveBy(scene);
  });
}
