import { openField } from '../../privacy/sealedFields';
import { maskName } from '../../presenters/mask';
import type { Services } from '../../context';
import type { Row } from '../../storage/database';
import type { Link } from '../../storage/link';

/** Who reads what is told about somebody. */
export interface Receiver {
  personId: string;
  /** Whose test it is, masked, when a relative reads it. */
  member?: string;
}

function masked({ vault }: Services, row: Row): string {
  const record = { id: String(row.id) };

  return maskName(openField(vault, 'persons', 'name', record, String(row.name)));
}

async function withAccounts(link: Link, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) {
    return new Set();
  }
  const rows = await link.select('SELECT DISTINCT person_id FROM accounts WHERE person_id IN (?)', [ids]);

  return new Set(rows.map(({ person_id: id }) => String(id)));
}

async function applicantsOf(link: Link, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await link.select(
    'SELECT active_member, applicant_id FROM family_members WHERE active_member IN (?)',
    [ids],
  );

  return new Map(rows.map((row) => [String(row.active_member), String(row.applicant_id)]));
}

/**
 * Who is told about these people, by subject: themselves, or the relative who has claimed the code for them. Of whom nobody
 * has an account nobody is told.
 */
export async function receiversOf(
  services: Services,
  link: Link,
  subjects: readonly string[],
): Promise<Map<string, Receiver>> {
  if (subjects.length === 0) {
    return new Map();
  }
  const persons = await link.select(
    'SELECT id, identity_index, name FROM persons WHERE identity_index IN (?)',
    [[...new Set(subjects)]],
  );
  const applicants = await applicantsOf(
    link,
    persons.map(({ id }) => String(id)),
  );
  const readers = persons.map((row) => ({ row, reader: applicants.get(String(row.id)) ?? String(row.id) }));
  const reachable = await withAccounts(link, [...new Set(readers.map(({ reader }) => reader))]);
  const found = readers.filter(({ reader }) => reachable.has(reader));

  return new Map(
    found.map(({ row, reader }) => [
      String(row.identity_index),
      reader === String(row.id) ? { personId: reader } : { personId: reader, member: masked(services, row) },
    ]),
  );
}
