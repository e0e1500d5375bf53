import type { FieldVault } from './fieldVault';

interface Identified {
  id: string;
}

/** Seals one field of a row that is about to be written. Columns are named as in the database. */
export function sealField(
  vault: FieldVault,
  table: string,
  column: string,
  row: string,
  text: string,
): string {
  return vault.seal({ table, column, row }, text);
}

/** Opens one sealed field of a record; null stays null. */
export function openField(
  vault: FieldVault,
  table: string,
  column: string,
  record: Identified,
  sealed: string,
): string;
export function openField(
  vault: FieldVault,
  table: string,
  column: string,
  record: Identified,
  sealed: string | null,
): string | null;
export function openField(
  vault: FieldVault,
  table: string,
  column: string,
  record: Identified,
  sealed: string | null,
): string | null {
  return sealed === null ? null : vault.open({ table, column, row: record.id }, sealed);
}
