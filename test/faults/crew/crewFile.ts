/** Whom the load plays, and where they go: written by the seed, read by the phones. */
export interface Crew {
  /** Sessions of residents with a code. */
  sessions: string[];
  /** Posters in force, one for each point. */
  posters: string[];
}
