import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import type { Appeal } from '../../models/appeal';
import { AppealEvent, type AppealEventKind } from '../../models/appealEvent';
import { openField, sealField } from '../../privacy/sealedFields';
import type { Scene } from '../../storage/scene';

export interface Step {
  kind: AppealEventKind;
  text?: string | null;
  /** Ids of evidence. */
  pictures?: readonly string[];
  /** Who of the operator did it. */
  staffId?: string;
}

/** Writes down a step of an appeal; what was said is sealed. */
export async function noteStep(
  { vault }: Services,
  scene: Scene,
  appeal: Appeal,
  { kind, text = null, pictures = [], staffId }: Step,
): Promise<void> {
  const id = newId(scene.now);
  await createBy(AppealEvent, scene, {
    id,
    appealId: appeal.id,
    at: scene.now,
    kind,
    text: text === null ? null : sealField(vault, 'appeal_events', 'text', id, text),
    pictures: JSON.stringify(pictures),
    staffId: staffId ?? null,
  });
}

/** What the operator said when he last found for the person. */
export async function lastAnswer({ vault }: Services, scene: Scene, appeal: Appeal): Promise<string | null> {
  const step = await AppealEvent.findOne({
    where: { appealId: appeal.id, kind: 'proposed' },
    order: [['id', 'DESC']],
    transaction: scene.tx,
  });

  return step && openField(vault, 'appeal_events', 'text', step, step.text);
}
