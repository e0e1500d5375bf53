import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { Person } from '../../models/person';
import { maskedNameOf } from '../../presenters/maskedName';
import type { Scene } from '../../storage/scene';

async function tell(scene: Scene, { id: personId }: Person, title: string, body: string): Promise<void> {
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId,
    kind: 'card',
    title,
    body,
    at: scene.now,
  });
}

const objection = ({ config }: Services) =>
  `如您不知情，请完成本人实名认证（代领关系即告结束），或拨打 ${config.brand.hotline}。`;

/** Read once the member signs in himself. */
export function tellAdded(
  services: Services,
  scene: Scene,
  applicant: Person,
  member: Person,
): Promise<void> {
  const body = `由家人“${maskedNameOf(services, applicant)}”代为申领。${objection(services)}`;

  return tell(scene, member, '家人已为您申领健康码', body);
}

/** Read once the member signs in himself. */
export function tellCardMade(
  services: Services,
  scene: Scene,
  applicant: Person,
  member: Person,
): Promise<void> {
  const name = maskedNameOf(services, applicant);
  const body = `由家人“${name}”生成，旧卡同时失效。${objection(services)}`;

  return tell(scene, member, '家人已为您生成纸质健康码', body);
}

/** The applicant does not wonder where his relative has gone. */
export function tellStandsAlone(
  services: Services,
  scene: Scene,
  applicant: Person,
  member: Person,
): Promise<void> {
  const name = maskedNameOf(services, member);
  const body = `“${name}”已完成本人实名认证，代领关系已结束，您为其生成的纸质卡同时失效。`;

  return tell(scene, applicant, '家人已自行申领健康码', body);
}
