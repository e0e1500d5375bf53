/** One person inside one point, or not any more. The latest event decides, in whatever order they arrive. */
export interface Presence {
  pointId: string;
  rootId: string;
  inside: boolean;
  /** ms of the event that made it so. */
  changedAt: number;
}
