/** Whom the storm plays: written by the seed, read by the storm. */
export interface ForgedCrew {
  people: { reference: string; number: string; card: string; national: string; idNumber: string }[];
  /** The seed of each key in hex. */
  devices: { id: string; seed: string }[];
  disabled: { id: string; seed: string };
  /** Guards on duty. */
  guards: { sessionId: string; pointId: string }[];
  /** What the national exchange shows over TLS. */
  exchange: { cert: string; key: string };
}
