import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { readFacts } from '../../status/storedFacts';
import type { Link } from '../../storage/link';
import { systemActor, type AuditEvent } from '../../storage/scene';
import {
  afterTelling,
  isChanged,
  planDues,
  toDue,
  toTell,
  type Due,
  type Outcome,
  type Told,
} from './planDues';
import { receiversOf, type Receiver } from './receivers';
import { reminderText } from './reminderText';

/** What a slice did, and how everybody of it stands. */
export interface Settled {
  outcomes: readonly Outcome[];
  written: number;
  told: number;
}

const columns = 'subject_index, group_id, listed_on, last_test_at, due_on, reminded_for, warned_for';

/** The rows of these people, held: of two processes that settle the same ones, one waits and finds it done. */
async function holdDues({ database }: Services, link: Link, subjects: readonly string[]): Promise<Due[]> {
  const rows = await link.select(
    `SELECT ${columns} FROM screening_dues WHERE subject_index IN (?) ` +
      `ORDER BY subject_index, group_id${database.forUpdate}`,
    [subjects],
  );

  return rows.map(toDue);
}

interface Telling {
  outcome: Outcome;
  told: Told;
}

/** Only who reads of the own test finds it on the own page of results. */
function kindFor({ member }: Receiver): string {
  return member === undefined ? 'screening' : 'memberScreening';
}

/** Tells whom it can, and leaves the others as they are: whoever registers later is told then. */
async function tell(
  services: Services,
  link: Link,
  outcomes: readonly Outcome[],
  now: number,
): Promise<Telling[]> {
  const wanted = outcomes.flatMap((outcome) => {
    const told = toTell(outcome);

    return told ? [{ outcome, told }] : [];
  });
  const receivers = await receiversOf(
    services,
    link,
    wanted.map(({ outcome }) => outcome.due.subject),
  );
  const { zone } = services.config.brand;
  const reached = wanted.flatMap((telling) => {
    const receiver = receivers.get(telling.outcome.due.subject);

    return receiver ? [{ ...telling, receiver }] : [];
  });
  const messages = reached.map(({ outcome, told, receiver }) => {
    const { title, body } = reminderText(outcome.duty, told, { ...receiver, zone });

    return [newId(now), receiver.personId, kindFor(receiver), title, body, now];
  });
  await link.insert('messages (id, person_id, kind, title, body, at)', messages);

  return reached;
}

function valuesOf({ listedOn, lastTestAt, dueOn, remindedFor, warnedFor }: Due): unknown[] {
  return [listedOn, lastTestAt, dueOn, remindedFor, warnedFor];
}

async function write(
  link: Link,
  outcomes: readonly Outcome[],
  dropped: readonly Due[],
  now: number,
): Promise<number> {
  const added = outcomes.filter(({ stored }) => stored === undefined);
  const changed = outcomes.filter(isChanged);
  await link.insert(
    `screening_dues (id, ${columns})`,
    added.map(({ due }) => [newId(now), due.subject, due.groupId, ...valuesOf(due)]),
  );
  for (const { due } of changed) {
    await link.execute(
      'UPDATE screening_dues SET listed_on = ?, last_test_at = ?, due_on = ?, reminded_for = ?, warned_for = ? ' +
        'WHERE subject_index = ? AND group_id = ?',
      [...valuesOf(due), due.subject, due.groupId],
    );
  }
  for (const { subject, groupId } of dropped) {
    await link.execute('DELETE FROM screening_dues WHERE subject_index = ? AND group_id = ?', [
      subject,
      groupId,
    ]);
  }

  return added.length + changed.length + dropped.length;
}

function eventsOf(written: number, told: number): AuditEvent[] {
  return written === 0
    ? []
    : [{ action: 'screening_dues.settle', target: 'screening_dues', details: { written, told } }];
}

/**
 * Brings what is stored of these people's tests to what follows from the facts of now, and reminds them, in one
 * transaction: doing it again changes nothing and tells nobody again.
 */
export function settleDues(services: Services, subjects: readonly string[]): Promise<Settled> {
  const { database, config, screening, audit } = services;

  return database.bulk(async (link) => {
    const now = services.clock.now();
    const stored = await holdDues(services, link, subjects);
    const facts = await readFacts(database, link, { subjects, openAt: now });
    const { outcomes, dropped } = planDues(stored, facts, screening, { now, zone: config.brand.zone });
    const tellings = await tell(services, link, outcomes, now);
    const toldOf = new Map(tellings.map(({ outcome, told }) => [outcome, told]));
    const after = outcomes.map((outcome) => {
      const told = toldOf.get(outcome);

      return told ? { ...outcome, due: afterTelling(outcome.due, told) } : outcome;
    });
    const written = await write(link, after, dropped, now);
    const events = eventsOf(written, tellings.length);
    await audit.append({ actor: systemActor, ip: null, now, events }, link);

    return { outcomes: after, written, told: tellings.length };
  });
}
