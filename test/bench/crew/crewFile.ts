/** Whom the load plays, and where they go: written by the seed, read by the load generator. */
export interface Crew {
  /** Residents with a code: the session they are signed in with, and their code's reference in hex. */
  persons: { sessionId: string; reference: string }[];
  /** Guards on duty, in the order of the points they stand at. */
  guards: { sessionId: string; point: number }[];
  /** Devices that enrolled, in the order of the points they are at; the seed of their key in hex. */
  devices: { id: string; seed: string; point: number }[];
  /** Staff who read the lists of their unit. */
  readers: { sessionId: string }[];
  points: { id: string; poster: string }[];
}
