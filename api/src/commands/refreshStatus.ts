import { newId } from '../base/ids';
import { writeAs, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { Message } from '../models/message';
import { Person } from '../models/person';
import { colourNamed } from '../risk/colours';
import type { FactsVerdict } from '../risk/judgeFacts';
import { currentStatus, type Status } from '../status/currentStatus';
import { systemActor, type Scene } from '../storage/scene';

const system = { actor: systemActor, ip: null };

function isStored(person: Person, byFacts: FactsVerdict, ruleVersion: number): boolean {
  return (
    person.colour === byFacts.colour &&
    person.ruleVersion === ruleVersion &&
    person.reasons === JSON.stringify(byFacts.reasons)
  );
}

async function tellPerson(
  services: Services,
  scene: Scene,
  person: Person,
  { colour, reasons }: FactsVerdict,
) {
  const { label } = colourNamed(services.colours, colour);
  const why = reasons[0] ? `原因：${reasons[0].text}。` : '';
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId: person.id,
    kind: 'colour',
    title: `您的健康码已变为${label}`,
    body: `${why}打开“亮码”页可查看详情和下一步。`,
    at: scene.now,
  });
}

/** Keeps the result with the person; who holds a code is told when the colour is another one. */
async function store(services: Services, personId: string, byFacts: FactsVerdict): Promise<void> {
  await writeAs(services, system, async (scene) => {
    const person = await lockOne(Person, scene, { id: personId });
    if (!person || isStored(person, byFacts, services.riskRules.version)) {
      return;
    }
    const isChanged = person.colour !== byFacts.colour && person.claimedAt !== null;
    person.colour = byFacts.colour;
    person.reasons = JSON.stringify(byFacts.reasons);
    person.ruleVersion = services.riskRules.version;
    person.colourUntil = byFacts.until;
    await person.saveBy(scene);
    if (isChanged) {
      await tellPerson(services, scene, person, byFacts);
    }
  });
}

/** The present status of people; what changed since it was last looked at is stored, and told to them. */
export async function refreshStatuses(
  services: Services,
  persons: readonly Person[],
): Promise<Map<string, Status>> {
  const statuses = await currentStatus(services, persons);
  for (const person of persons) {
    const status = statuses.get(person.id);
    if (status && !status.isStored && !isStored(person, status.byFacts, services.riskRules.version)) {
      await store(services, person.id, status.byFacts);
    }
  }

  return statuses;
}

/** The present status of one person. */
export async function refreshStatus(services: Services, person: Person): Promise<Status> {
  const status = (await refreshStatuses(services, [person])).get(person.id);
  if (!status) {
    throw new Error('no status for a person that was asked for');
  }

  return status;
}
