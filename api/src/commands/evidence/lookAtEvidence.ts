import { writeAs, type Origin, type Services } from '../../context';
import { Appeal } from '../../models/appeal';
import type { Evidence } from '../../models/evidence';
import { OverridePerson } from '../../models/overridePerson';
import { Person } from '../../models/person';
import { recordLooks } from '../../privacy/accessLog';
import { newLooks } from '../../privacy/recentLooks';

const hourMs = 3_600_000;

/** Whom a file is about, and why it was looked at, in words that they read. */
interface About {
  personIds: string[];
  purpose: string;
}

/** Whoever is not registered has no page on which he could read of it. */
async function registeredOf(overrideId: string): Promise<string[]> {
  const people = await OverridePerson.findAll({ attributes: ['identityIndex'], where: { overrideId } });
  const registered = await Person.findAll({
    attributes: ['id'],
    where: { identityIndex: people.map(({ identityIndex }) => identityIndex) },
  });

  return registered.map(({ id }) => id).sort();
}

async function aboutWhom({ attachedTo }: Evidence): Promise<About> {
  if (attachedTo === null) {
    return { personIds: [], purpose: '' };
  }
  const appeal = await Appeal.findByPk(attachedTo);

  return appeal
    ? { personIds: [appeal.personId], purpose: '查看申诉材料' }
    : { personIds: await registeredOf(attachedTo), purpose: '查看人工变更颜色的证明材料' };
}

/**
 * A look at a file: the audit chain holds it, and whom its appeal or change of colour is about reads of it, once an hour
 * for one staff member.
 */
export async function lookAtEvidence(services: Services, origin: Origin, evidence: Evidence): Promise<void> {
  const { unitId, id: staffId } = origin.actor;
  const { personIds, purpose } = await aboutWhom(evidence);
  await writeAs(services, origin, async (scene) => {
    const looks = personIds.map((personId) => ({ personId, unitId, staffId, purpose }));
    await recordLooks(services.database, scene, await newLooks(services.database, scene, looks, hourMs));
    scene.events.push({ action: 'evidence.read', target: evidence.id, details: { of: evidence.attachedTo } });
  });
}
