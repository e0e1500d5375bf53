import { randomBytes } from 'node:crypto';

import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { newNumber } from '../../../api/src/codes/number12';
import type { Services } from '../../../api/src/context';
import { Account } from '../../../api/src/models/account';
import { Session } from '../../../api/src/models/session';
import { sealField } from '../../../api/src/privacy/sealedFields';
import { idNumberOf, mostPeople } from '../../support/province/people';
import type { Crew } from '../crew/crewFile';
import { insertAll } from '../crew/insertAll';
import { sessionValues } from '../crew/sessionValues';

const columns =
  'persons (id, identity_index, id_type, name, id_number, level, colour, reasons, rule_version, code_reference, ' +
  'number, number_day, claimed_at, created_at)';
const perStatement = 500;
/** While the database writes some, the next ones are sealed. */
const atOnce = 2;

interface Made {
  id: string;
  reference: string;
  row: unknown[];
}

/** Of a million numbers drawn by chance some are the same; the API draws again where one is taken. */
function freeNumber(taken: Set<string>): string {
  let number = newNumber();
  while (taken.has(number)) {
    number = newNumber();
  }
  taken.add(number);

  return number;
}

function makePerson(services: Services, idNumber: string, number: string, now: number): Made {
  const { vault, index, colours, riskRules, config } = services;
  const id = newId(now);
  const reference = randomBytes(8).toString('hex');
  const sealed = [
    sealField(vault, 'persons', 'name', id, '示例居民'),
    sealField(vault, 'persons', 'id_number', id, idNumber),
  ];
  const code = [reference, number, dayOf(now, config.brand.zone), now, now];
  const verdict = [4, colours.clear, '[]', riskRules.version];

  return {
    id,
    reference,
    row: [id, index.identity('resident', idNumber), 'resident', ...sealed, ...verdict, ...code],
  };
}

function accountOf({ vault, index }: Services, count: number, personId: string, now: number) {
  const id = newId(now);
  const phone = `138${String(count).padStart(8, '0')}`;

  return {
    id,
    kind: 'phone',
    subjectIndex: index.phone(phone),
    phone: sealField(vault, 'accounts', 'phone', id, phone),
    phoneIndex: index.phone(phone),
    personId,
    pendingLevel: 0,
    lastSeenAt: now,
    createdAt: now,
  };
}

async function signIn(services: Services, crew: readonly Made[]): Promise<Crew['persons']> {
  const now = services.clock.now();
  const accounts = crew.map(({ id }, count) => accountOf(services, count, id, now));
  const sessions = accounts.map(({ id }) => sessionValues({ accountId: id }, now));
  await insertAll(services, Account, accounts);
  await insertAll(services, Session, sessions);

  return crew.map(({ reference }, at) => ({ reference, sessionId: sessions[at]?.id ?? '' }));
}

/** Somebody about whom no feed tells anything, so that his way stays open. */
function crewNumber(member: number): string {
  return idNumberOf(mostPeople - 1 - member);
}

/** Writes people in the order of their ids, several statements at once. */
class PeopleWriter {
  private rows: unknown[][] = [];

  private readonly running = new Set<Promise<void>>();

  constructor(private readonly services: Services) {}

  async add(row: unknown[]): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= perStatement) {
      await this.write();
    }
  }

  async end(): Promise<void> {
    await this.write();
    await Promise.all(this.running);
  }

  private async write(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    const writing = this.services.database
      .batch((link) => link.insert(columns, rows))
      .finally(() => this.running.delete(writing));
    this.running.add(writing);
    if (this.running.size >= atOnce) {
      await Promise.race(this.running);
    }
  }
}

/**
 * The registered people of a province, all green and with a code, and among them, evenly, a crew that is signed in.
 * Nothing of it is audited.
 */
export async function seedPeople(
  services: Services,
  people: number,
  crewSize: number,
): Promise<Crew['persons']> {
  const crew: Made[] = [];
  const writer = new PeopleWriter(services);
  const taken = new Set<string>();
  const every = Math.max(1, Math.floor(people / crewSize));
  for (let index = 0; index < people; index += 1) {
    const now = services.clock.now();
    const isCrew = index % every === 0 && crew.length < crewSize;
    const idNumber = isCrew ? crewNumber(crew.length) : idNumberOf(index);
    const made = makePerson(services, idNumber, freeNumber(taken), now);
    await writer.add(made.row);
    if (isCrew) {
      crew.push(made);
    }
  }
  await writer.end();

  return signIn(services, crew);
}
