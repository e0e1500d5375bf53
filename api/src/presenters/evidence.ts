import type { Evidence as EvidenceAnswer } from '@anxing/contract/evidence';

import { Evidence, withoutData } from '../models/evidence';

export function presentEvidence({ id, mediaType, bytes }: Evidence): EvidenceAnswer {
  return { id, mediaType, bytes };
}

export type EvidenceLine = Pick<Evidence, 'id' | 'mediaType'>;

/** The files of several records, by id, without what is in them. */
export async function evidenceById(ids: readonly string[]): Promise<Map<string, EvidenceLine>> {
  if (ids.length === 0) {
    return new Map();
  }
  const found = await Evidence.findAll({ attributes: withoutData, where: { id: [...ids] } });

  return new Map(found.map(({ id, mediaType }) => [id, { id, mediaType }]));
}

/** Files in the order of their ids' list; what was purged is left out. */
export function linesOf(ids: string, known: ReadonlyMap<string, EvidenceLine>): EvidenceLine[] {
  return idsOf(ids).flatMap((id) => known.get(id) ?? []);
}

/** Ids as a record keeps them. */
export function idsOf(json: string): string[] {
  return JSON.parse(json) as string[];
}
