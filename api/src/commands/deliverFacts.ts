import type { IdType } from '@anxing/contract/identityDocuments';

import { newId } from '../base/ids';
import { startOfDay } from '../base/days';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Fact } from '../models/fact';
import { FactBatch } from '../models/factBatch';
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

const system: Origin = { actor: systemActor, ip: null };

function checkKinds({ feedRules }: Services, { source, facts }: Delivery): void {
  const feed = feedRules.find((one) => one.source === source);
  const unknown = facts.find(({ kind }) => !feed?.kinds.some(({ id }) => id === kind));
  if (!feed || unknown) {
    throw new Error(`no such feed or kind: ${source} ${unknown?.kind ?? ''}`);
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
  for (const { idType, idNumber, kind, date } of facts) {
    await createBy(Fact, scene, {
      id: newId(scene.now),
      subjectIndex: services.index.identity(idType, idNumber),
      source,
      kind,
      date,
      validFrom: startOfDay(date, services.config.brand.zone),
      recordedFrom: scene.now,
      batchId: batch.id,
    });
  }
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
