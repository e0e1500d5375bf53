import type { ChangeKind } from '@anxing/contract/changes';

import type { Services } from '../../context';
import type { Change } from '../../models/change';
import type { Scene } from '../../storage/scene';

/** How a change ended without being put in force, other than by what its subject became itself. */
export type DropState = 'rejected' | 'withdrawn' | 'expired';

/** What a kind of change does; how it is proposed and decided is the same for all. */
export interface ChangeHandler {
  kind: ChangeKind;
  /**
   * Puts it in force, within the transaction of the approval: it may run again, and does nothing outside the database.
   * @throws change_outdated when it no longer fits what is stored
   */
  apply(services: Services, scene: Scene, change: Change): Promise<void>;
  /** It does not come: within the transaction that ends it. */
  drop(services: Services, scene: Scene, change: Change, state: DropState): Promise<void>;
  /** Longer work, once the approval is committed. */
  after?(services: Services, change: Change): Promise<void>;
}
