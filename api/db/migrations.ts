import type { Migration } from '../src/storage/migrate';
import * as units from './migrations/0001-units';
import * as staff from './migrations/0002-staff';
import * as grants from './migrations/0003-grants';
import * as accounts from './migrations/0004-accounts';
import * as sessions from './migrations/0005-sessions';
import * as smsCodes from './migrations/0006-sms-codes';
import * as consents from './migrations/0007-consents';
import * as persons from './migrations/0008-persons';
import * as facts from './migrations/0009-facts';
import * as factBatches from './migrations/0010-fact-batches';
import * as points from './migrations/0011-points';
import * as posters from './migrations/0012-posters';
import * as posterPrints from './migrations/0013-poster-prints';
import * as duties from './migrations/0014-duties';
import * as messages from './migrations/0015-messages';
import * as passages from './migrations/0016-passages';
import * as presences from './migrations/0017-presences';
import * as flowCounts from './migrations/0018-flow-counts';
import * as accesses from './migrations/0019-accesses';
import * as auditEvents from './migrations/0020-audit-events';
import * as auditHeads from './migrations/0021-audit-heads';

/** Every migration, in order. A name that has been released never changes. */
export const migrations: readonly Migration[] = [
  { name: '0001-units', up: units.up },
  { name: '0002-staff', up: staff.up },
  { name: '0003-grants', up: grants.up },
  { name: '0004-accounts', up: accounts.up },
  { name: '0005-sessions', up: sessions.up },
  { name: '0006-sms-codes', up: smsCodes.up },
  { name: '0007-consents', up: consents.up },
  { name: '0008-persons', up: persons.up },
  { name: '0009-facts', up: facts.up },
  { name: '0010-fact-batches', up: factBatches.up },
  { name: '0011-points', up: points.up },
  { name: '0012-posters', up: posters.up },
  { name: '0013-poster-prints', up: posterPrints.up },
  { name: '0014-duties', up: duties.up },
  { name: '0015-messages', up: messages.up },
  { name: '0016-passages', up: passages.up },
  { name: '0017-presences', up: presences.up },
  { name: '0018-flow-counts', up: flowCounts.up },
  { name: '0019-accesses', up: accesses.up },
  { name: '0020-audit-events', up: auditEvents.up },
  { name: '0021-audit-heads', up: auditHeads.up },
];
