import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Message } from '../../../../api/src/models/message';
import { system } from './buildUnit';

let count = 0;

/** An unread message in the inbox of a person or a staff member, now unless told. */
export function buildMessage(
  services: Services,
  given: Partial<Message['dataValues']> & ({ personId: string } | { staffId: string }),
): Promise<Message> {
  count += 1;
  const at = given.at ?? services.clock.now();

  return writeAs(services, system, (scene) =>
    createBy(Message, scene, {
      id: newId(at),
      kind: 'colour',
      title: `示例消息${count}`,
      body: '示例内容。',
      at,
      ...given,
    }),
  );
}
