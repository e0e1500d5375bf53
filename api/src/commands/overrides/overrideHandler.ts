import { isSetting } from '@anxing/contract/overrides';
import { overrideSource } from '@anxing/contract/riskRules';

import { dayOf } from '../../base/days';
import type { Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import type { Change } from '../../models/change';
import { daysOf, Override } from '../../models/override';
import { OverridePerson } from '../../models/overridePerson';
import { Unit } from '../../models/unit';
import { kindsThatLift } from '../../risk/overrideReasons';
import type { Scene } from '../../storage/scene';
import { acceptAppeal } from '../appeals/acceptAppeal';
import { sendBackAppeal } from '../appeals/sendBackAppeal';
import type { ChangeHandler } from '../changes/changeHandler';
import { deliverWithin } from '../deliverFacts';
import { startRecompute } from '../risk/startRecompute';
import { tellOverridden } from './tellOverridden';

const dayMs = 86_400_000;
/** As long as the column that holds it. */
const submitterLength = 60;

async function findOverride(scene: Scene, { subject }: Change): Promise<Override> {
  const override = await lockOne(Override, scene, { id: subject });
  if (!override) {
    throw new Error(`the override ${subject} is gone`);
  }

  return override;
}

/** Who decided, as the person reads it: the units, never the staff. */
async function submitterOf(scene: Scene, { unitId, deciderUnitId }: Change): Promise<string> {
  const units = await Unit.findAll({ where: { id: [unitId, deciderUnitId ?? ''] }, transaction: scene.tx });
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '';
  const text = `${nameOf(unitId)}提出，${nameOf(deciderUnitId)}批准`;

  return text.length > submitterLength ? '一人提出、另一人批准' : text;
}

/** What lifts a reason was weighed when it was proposed: it lifts nothing that happened later. */
function dateOf(services: Services, kind: string, change: Change, now: number): string {
  return dayOf(isSetting(kind) ? now : change.proposedAt, services.config.brand.zone);
}

/** Whose case is lifted makes nobody a contact. */
async function liftsCases({ rules }: Services, { kinds }: Override, now: number): Promise<boolean> {
  const lifting = kindsThatLift(await rules.at(now), 'cases');

  return kinds.split(',').some((kind) => lifting.has(kind));
}

async function apply(services: Services, scene: Scene, change: Change): Promise<void> {
  const override = await findOverride(scene, change);
  const people = await OverridePerson.findAll({
    where: { overrideId: override.id },
    order: ['position'],
    transaction: scene.tx,
  });
  const days = daysOf(override);
  const [validFrom, validUntil] = [scene.now, days === null ? null : scene.now + days * dayMs];
  const facts = override.kinds.split(',').flatMap((kind) => {
    const date = dateOf(services, kind, change, scene.now);

    return people.map(({ identityIndex: subjectIndex }) => ({
      subjectIndex,
      kind,
      date,
      validFrom,
      validUntil,
    }));
  });
  const submittedBy = await submitterOf(scene, change);
  await deliverWithin(services, scene, {
    source: overrideSource,
    submittedBy,
    facts,
    changeId: change.id,
    // What was reported since then nobody weighed: it is not lifted.
    asOf: Number(change.proposedAt),
  });
  if (await liftsCases(services, override, scene.now)) {
    await startRecompute(services, scene, { cause: 'derive', subject: 'contacts' });
  }
  override.set({ inForceAt: scene.now, until: validUntil });
  await override.saveBy(scene);
  await tellOverridden(services, scene, override, people);
  await acceptAppeal(services, scene, override);
}

/**
 * A change of colour by hand: facts of the source 'override', for as long as was proposed; a lift without an end of its
 * own ends with the records that it weighed.
 */
export const overrideHandler: ChangeHandler = {
  kind: 'override',
  apply,
  async drop(services, scene, change) {
    await sendBackAppeal(services, scene, await findOverride(scene, change));
  },
};
