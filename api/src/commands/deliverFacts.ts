import type { IdType } from '@anxing/contract/identityDocuments';

import { startOfDay } from '../base/days';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { FeedBatch } from '../models/feedBatch';
import { notJudged, Person } from '../models/person';
import { factRowKey } from '../risk/rowKeys';
import { systemActor, type Scene } from '../storage/scene';
import { newBatchNumber } from './feeds/batchNumber';
import { mayTurn } from './feeds/feedTables';
import { noteInForce } from './feeds/latestBatches';
import { startRecompute } from './risk/startRecompute';

export interface ReportedFact {
  idType: IdType;
  idNumber: string;
  /** One of the source's kinds in `config/feeds.json`. */
  kind: string;
  /** YYYY-MM-DD of the event, in the configured zone. */
  date: string;
  /** ms; left out: from the start of the day, without an end. */
  validFrom?: number;
  validUntil?: number | null;
}

/** A fact of somebody whose document is not at hand. */
export type IndexedFact = Omit<ReportedFact, 'idType' | 'idNumber'> & { subjectIndex: string };

export interface Delivery {
  source: string;
  /** Shown to the person as where the fact came from. */
  submittedBy: string;
  facts: readonly (ReportedFact | IndexedFact)[];
  /** What no longer holds: every fact of these people of these kinds, from this source. */
  withdraws?: {
    subjectIndexes: readonly string[];
    kinds: readonly string[];
    /** Only what the same one had submitted. */
    isOwn?: boolean;
  };
  /** The change that put it in force. */
  changeId?: string;
  /** ms: of when it is, where that is not now. */
  asOf?: number;
}

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

function subjectOf({ index }: Services, fact: ReportedFact | IndexedFact): string {
  return 'subjectIndex' in fact ? fact.subjectIndex : index.identity(fact.idType, fact.idNumber);
}

function rowsOf(services: Services, batch: FeedBatch, { source, facts }: Delivery): unknown[][] {
  const { zone } = services.config.brand;

  return facts.map((fact, i) => {
    const { kind, date, validFrom = startOfDay(date, zone), validUntil = null } = fact;
    const subject = subjectOf(services, fact);
    const key = factRowKey(services.index, { source, subject, kind, date, validUntil });

    return [batch.number, i + 1, source, subject, kind, date, validFrom, validUntil, key];
  });
}

function makeBatch(services: Services, scene: Scene, delivery: Delivery): Promise<FeedBatch> {
  const id = newId(scene.now);
  const feed = services.feedRules.find(({ source }) => source === delivery.source);

  return createBy(FeedBatch, scene, {
    id,
    number: newBatchNumber(scene.now),
    source: delivery.source,
    channel: 'inside',
    name: id,
    takenAs: id,
    mode: feed?.delivery ?? 'incremental',
    origin: 'inside',
    state: 'inForce',
    rowCount: delivery.facts.length,
    added: delivery.facts.length,
    asOf: delivery.asOf ?? scene.now,
    receivedAt: scene.now,
    inForceAt: scene.now,
    submittedBy: delivery.submittedBy,
    unitId: scene.actor.unitId,
    staffId: scene.actor.kind === 'staff' ? scene.actor.id : null,
    changeId: delivery.changeId ?? null,
  });
}

async function withdraw({ database }: Services, scene: Scene, batch: FeedBatch, delivery: Delivery) {
  const { subjectIndexes = [], kinds = [], isOwn = false } = delivery.withdraws ?? {};
  if (subjectIndexes.length === 0 || kinds.length === 0) {
    return;
  }
  const { source, submittedBy } = delivery;
  const whose = isOwn
    ? ' AND batch IN (SELECT number FROM feed_batches WHERE source = ? AND submitted_by = ?)'
    : '';
  await database.execute(
    'UPDATE facts SET closed_by = ? WHERE subject_index IN (?) AND source = ? AND kind IN (?) ' +
      `AND closed_by IS NULL AND batch <> ?${whose}`,
    [
      batch.number,
      [...subjectIndexes],
      source,
      [...kinds],
      batch.number,
      ...(isOwn ? [source, submittedBy] : []),
    ],
    scene.tx,
  );
}

/**
 * Takes in one small delivery of the platform itself within a change that is under way: it is in force with the commit.
 * Whom it concerns is judged anew.
 */
export async function deliverWithin(
  services: Services,
  scene: Scene,
  delivery: Delivery,
): Promise<FeedBatch> {
  checkKinds(services, delivery);
  const batch = await makeBatch(services, scene, delivery);
  const rows = rowsOf(services, batch, delivery);
  await services.database
    .within(scene.tx)
    .insert('facts (batch, line, source, subject_index, kind, date, valid_from, valid_until, row_key)', rows);
  await withdraw(services, scene, batch, delivery);
  await noteInForce(services, scene, batch);
  const touched = [
    ...delivery.facts.map((fact) => subjectOf(services, fact)),
    ...(delivery.withdraws?.subjectIndexes ?? []),
  ];
  if (touched.length > 0) {
    scene.events.push({ action: 'facts.add', target: batch.id, details: { count: rows.length } });
  }
  if (touched.length > 0 && mayTurn(services, delivery.source)) {
    await voidVerdicts(scene, touched);
    await startRecompute(services, scene, { cause: 'batch', subject: String(batch.number) });
  }

  return batch;
}

/** Takes in one small delivery, empty ones included: they tell that nothing was reported. */
export async function deliverFacts(
  services: Services,
  delivery: Delivery,
  origin: Origin = system,
): Promise<void> {
  await writeAs(services, origin, (scene) => deliverWithin(services, scene, delivery));
}

/** Every feed delivers, and has nothing to report. For the demo and for tests. */
export async function deliverEmptyFeeds(services: Services): Promise<void> {
  for (const { source } of services.feedRules) {
    await deliverFacts(services, { source, submittedBy: 'demo', facts: [] });
  }
}
