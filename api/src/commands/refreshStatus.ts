import { newId } from '../base/ids';
import { writeAs, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { Message } from '../models/message';
import { notJudged, Person } from '../models/person';
import type { FactsVerdict } from '../risk/judgeFacts';
import type { RiskRules } from '../risk/rules';
import { currentStatus, feedsNow, type Status } from '../status/currentStatus';
import { judgePersons } from '../status/judgePersons';
import { systemActor, type Scene } from '../storage/scene';
import { colourMessage } from './risk/colourMessage';

const system = { actor: systemActor, ip: null };

function isStored(person: Person, byFacts: FactsVerdict, ruleVersion: number): boolean {
  return (
    person.colour === byFacts.colour &&
    person.ruleVersion === ruleVersion &&
    person.reasons === JSON.stringify(byFacts.reasons)
  );
}

async function tellPerson(services: Services, scene: Scene, person: Person, byFacts: FactsVerdict) {
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId: person.id,
    ...colourMessage(services, byFacts, await feedsNow(services, scene.now)),
    at: scene.now,
  });
}

async function judgeOne(
  services: Services,
  scene: Scene,
  person: Person,
  { rules, now }: { rules: RiskRules; now: number },
) {
  const judging = { persons: [person], rules, now };

  return (await judgePersons(services, services.database.within(scene.tx), judging)).get(person.id);
}

/**
 * Keeps the result with the person; who holds a code is told when the colour is another one. It is judged again once the
 * row is held: since it was looked at, a fact may have come, and the person been judged by it.
 */
async function store(services: Services, personId: string): Promise<void> {
  await writeAs(services, system, async (scene) => {
    const person = await lockOne(Person, scene, { id: personId });
    if (!person) {
      return;
    }
    const now = services.clock.now();
    const rules = await services.rules.within(services.database.within(scene.tx), now);
    const byFacts = await judgeOne(services, scene, person, { rules, now });
    if (!byFacts || isStored(person, byFacts, rules.version)) {
      return;
    }
    const isChanged = person.colour !== byFacts.colour && person.claimedAt !== null;
    if (person.colour !== byFacts.colour) {
      person.colourSince = scene.now;
    }
    person.colour = byFacts.colour;
    person.reasons = JSON.stringify(byFacts.reasons);
    person.ruleVersion = rules.version;
    person.colourUntil = byFacts.until;
    await person.saveBy(scene);
    if (isChanged) {
      await tellPerson(services, scene, person, byFacts);
    }
  });
}

/**
 * A look writes only what was never judged. Everything else a run in the background stores and tells of, which begins with
 * whatever makes a colour another one: so nobody who shows a code or passes a door waits for a write, when a new version
 * of the rules turns many at once. The colour that is answered is the new one from the first moment.
 */
function isToStore(person: Person, { isStored: isKept }: Status): boolean {
  return !isKept && person.ruleVersion === notJudged;
}

/** The present status of people; who was never judged is, and the result is kept. */
export async function refreshStatuses(
  services: Services,
  persons: readonly Person[],
): Promise<Map<string, Status>> {
  const statuses = await currentStatus(services, persons);
  for (const person of persons) {
    const status = statuses.get(person.id);
    if (status && isToStore(person, status)) {
      await store(services, person.id);
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
