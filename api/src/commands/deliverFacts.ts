import type { IdType } from '@anxing/contract/identityDocuments';

import { newId } from '../base/ids';
import { startOfDay } from '../base/days';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Fact } from '../models/fact';
import { FactBatch } from '../models/factBatch';
import { Person } from '../models/person';
import { systemActor, type Scene } from '../storage/scene';

export interface ReportedFact {
  idType: IdType;
  idNumber: string;
  /** One of the source's kinds in `config/feeds.json`. */
  kind: string;
  /** YYYY-MM-DD of the event, in the configured zone. */
  date: string;
}

export interface Delivery {
  source: string;
  submittedBy: string;
  facts: readonly ReportedFact[];
}

/** No rules have this version. */
const notJudged = 0;

const system: Origin = { actor: systemActor, ip: null };

function checkKinds({ feedRules }: Services, { source, facts }: Delivery): void {
  const feed = feedRules.find((one) => one.source === source);
  const unknown = facts.find(({ kind }) => !feed?.kinds.some(({ id }) => id === kind));
  if (!feed || unknown) {
    throw new Error(`no such feed or kind: ${source} ${unknown?.kind ?? ''}`);
  }
}

/** What is stored with a person came before these facts: the next look judges anew. */
async function voidVerdicts(scene: Scene, subjectIndexes: readonly string[]): Promise<void> {
  const persons = await Person.findAll({
    where: { identityIndex: [...subjectIndexes] },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const person of persons) {
    person.ruleVersion = notJudged;
    await person.saveBy(scene);
  }
}

async function store(
  services: Services,
  scene: Scene,
  { source, submittedBy, facts }: Delivery,
): Promise<void> {
  const batch = await createBy(FactBatch, scene, {
    id: newId(scene.now),
    source,
    mode: 'incremental',
    rowCount: facts.length,
    submittedBy,
    deliveredAt: scene.now,
  });
  const subjects = facts.map(({ idType, idNumber }) => services.index.identity(idType, idNumber));
  for (const [i, { kind, date }] of facts.entries()) {
    await createBy(Fact, scene, {
      id: newId(scene.now),
      subjectIndex: subjects[i] ?? '',
      source,
      kind,
      date,
      validFrom: startOfDay(date, services.config.brand.zone),
      recordedFrom: scene.now,
      batchId: batch.id,
    });
  }
  await voidVerdicts(scene, subjects);
}

/** Takes in one incremental delivery of a feed, empty ones included: they tell that nothing was reported. */
export function deliverFacts(services: Services, delivery: Delivery, origin: Origin = system): Promise<void> {
  checkKinds(services, delivery);

  return writeAs(services, origin, (scene) => store(services, scene, delivery));
}

/** Every feed delivers, and has nothing to report. For the demo and for tests. */
export async function deliverEmptyFeeds(services: Services): Promise<void> {
  for (const { source } of services.feedRules) {
    await deliverFacts(services, { source, submittedBy: 'demo', facts: [] });
  }
}
