/** One row about a person from a source. All instants are UTC milliseconds; an end is exclusive. */
export interface Fact {
  id: string;
  /** A source of `config/feeds.json`: cases, contacts, arrivals, sealed, fever, medicine, override … */
  source: string;
  /** One of the source's kinds. */
  kind: string;
  /** YYYY-MM-DD of the event, in the configured zone. */
  date: string;
  /** When it is true: from (inclusive) until (exclusive), null while it lasts. */
  validFrom: number;
  validUntil: number | null;
  /** When the platform held it for true, null while it does. A corrected row ends here, and is never overwritten. */
  recordedFrom: number;
  recordedUntil: number | null;
  /**
   * Since when those who decide can know of it, where that is not `recordedFrom`: a record that goes on with another end
   * is known since the first of its rows.
   */
  knownFrom?: number;
  /** Until when whoever decided about it knew what was on record: with a change by hand, when it was proposed. */
  weighedAt: number;
  batchId: string;
  /** What it is in words, where its kind alone does not say it. */
  label?: string;
}

/** When a source last delivered, empty deliveries included. */
export interface FeedState {
  source: string;
  /** ms, or null when it never delivered. */
  lastDeliveredAt: number | null;
}
