import { Op } from 'sequelize';

import { writeAs, type Services } from '../../../context';
import { Change } from '../../../models/change';
import { FeedBatch } from '../../../models/feedBatch';
import { systemActor } from '../../../storage/scene';
import { deriveFacts, type Derivation } from '../../feeds/derive/deriveFacts';
import { startRecompute } from '../startRecompute';
import { leaseMs, type Claim } from './recomputeLease';

function renew({ database, clock }: Services, { id, holder }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE recomputes SET lease_until = ? WHERE id = ? AND holder = ? AND state = 'running'",
      [clock.now() + leaseMs, id, holder],
      tx,
    ),
  );
}

function end({ database, clock }: Services, { id, holder }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE recomputes SET state = 'done', finished_at = ? WHERE id = ? AND holder = ?",
      [clock.now(), id, holder],
      tx,
    ),
  );
}

/** Derivations that were asked for before this one began are done by it. */
function endOthers({ database, clock }: Services, { id, subject }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE recomputes SET state = 'done', finished_at = ? WHERE state = 'waiting' AND cause = 'derive' AND subject = ? AND id <> ?",
      [clock.now(), subject, id],
      tx,
    ),
  );
}

/** Time alone will change what follows: a case ends, or what two people decided about it does. */
function planNext(services: Services, subject: Derivation, dueAt: number): Promise<void> {
  return writeAs(services, { actor: systemActor, ip: null }, (scene) =>
    startRecompute(services, scene, { cause: 'derive', subject, dueAt }),
  );
}

/** ms: so often it is asked whether two people have decided about what was derived. */
const askedEveryMs = 5 * 60_000;
/** ms: so long it is not derived anew under their hands; then what came meanwhile must wait no longer. */
const decidedWithinMs = 3_600_000;

async function isBeingDecided({ clock }: Services, source: Derivation): Promise<boolean> {
  const proposed = { source, channel: 'derived', state: 'waiting', changeId: { [Op.ne]: null } };
  const batches = await FeedBatch.findAll({ where: proposed });
  const ids = batches.flatMap(({ changeId }) => changeId ?? []);
  const since = clock.now() - decidedWithinMs;

  return (await Change.count({ where: { id: ids, proposedAt: { [Op.gt]: since } } })) > 0;
}

async function derive(
  services: Services,
  subject: Derivation,
  signal: AbortSignal,
): Promise<number | undefined> {
  return (await isBeingDecided(services, subject))
    ? services.clock.now() + askedEveryMs
    : deriveFacts(services, subject, signal);
}

/** Derives facts from registers, however long it takes: the run stays ours meanwhile. */
export async function performDerivation(
  services: Services,
  claim: Claim,
  derivation: Derivation,
  signal: AbortSignal,
): Promise<void> {
  const timer = setInterval(() => {
    renew(services, claim).catch((err: unknown) => services.logger.error({ job: 'derive', err }));
  }, leaseMs / 3);
  try {
    await endOthers(services, claim);
    const next = await derive(services, derivation, signal);
    if (next !== undefined) {
      await planNext(services, derivation, next);
    }
    await end(services, claim);
  } finally {
    clearInterval(timer);
  }
}
