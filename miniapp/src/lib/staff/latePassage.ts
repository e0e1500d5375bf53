import type { LateScans } from '@anxing/contract/scans';

/** A passage that was decided on this phone. It keeps its own id, so that it counts once however often it is sent. */
export type LatePassage = LateScans['items'][number] & {
  /** Id of the staff member: only his session sends it. */
  owner: string;
  pointId: string;
};

/** One that the server did not take, for good, and why. */
export interface Dropped {
  id: string;
  code: string;
}
