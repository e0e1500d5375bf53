import { newId } from '../../base/ids';
import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import type { DryRun, DryRunScope } from '@anxing/contract/ruleVersions';
import type { RuleVersion } from '../../models/ruleVersion';
import type { Row } from '../../storage/database';
import type { Scene } from '../../storage/scene';
import { startJob } from '../startJob';
import { dryRunJob } from './dryRunJob';
import { hashOfRules } from './storedRules';

/** What a trial came to. */
export type DryRunResult = Pick<DryRun, 'changes' | 'byRule' | 'turned' | 'isAboveShare' | 'examples'> & {
  /** People with another colour. */
  changed: number;
  /** The version in force that it was held against; a trial from before has none. */
  base?: number;
};

/** What a trial came to, and when it began (ms). */
export interface FoundTrial extends DryRunResult {
  startedAt: number;
}

/** A trial older than this says little of the people of now. */
const goodForMs = 24 * 3_600_000;

const empty = { changes: [], byRule: [], turned: 0, isAboveShare: false, examples: [] };

function toDryRun(row: Row): DryRun {
  const result = row.result === null ? empty : (JSON.parse(String(row.result)) as DryRunResult);

  return {
    id: String(row.id),
    scope: String(row.scope) as DryRunScope,
    state: String(row.state) as DryRun['state'],
    done: Number(row.done),
    total: Number(row.total),
    startedAt: Number(row.started_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
    changes: result.changes,
    byRule: result.byRule,
    turned: result.turned,
    isAboveShare: result.isAboveShare,
    examples: result.examples,
  };
}

/** The newest trial of exactly these rules. */
export async function showDryRun(
  { database }: Services,
  { version, rules }: RuleVersion,
): Promise<DryRun | null> {
  const [row] = await database.select(
    'SELECT * FROM dry_runs WHERE version = ? AND rules_hash = ? ORDER BY id DESC LIMIT 1',
    [version, hashOfRules(rules)],
  );

  return row ? toDryRun(row) : null;
}

/**
 * What a trial of exactly these rules on everyone came to, if there was one lately: whichever version has them, and held
 * against the rules that are in force now.
 */
export async function latestDryRun(
  { database, rules: book }: Services,
  scene: Scene,
  { rules }: Pick<RuleVersion, 'rules'>,
): Promise<FoundTrial | undefined> {
  const [row] = await database.select(
    "SELECT result, started_at FROM dry_runs WHERE rules_hash = ? AND scope = 'everyone' AND state = 'done' AND finished_at > ? ORDER BY id DESC LIMIT 1",
    [hashOfRules(rules), scene.now - goodForMs],
    scene.tx,
  );
  const result = row && (JSON.parse(String(row.result)) as DryRunResult);
  const { version: inForce } = await book.at(scene.now);

  return result?.base === inForce ? { ...result, startedAt: Number(row?.started_at) } : undefined;
}

/** Tries a version on a sample or on everyone, in the background. @throws dry_run_under_way, too_many_jobs */
export async function startDryRun(
  services: Services,
  origin: Origin,
  version: RuleVersion,
  scope: DryRunScope,
): Promise<DryRun> {
  const running = await showDryRun(services, version);
  if (running?.state === 'running') {
    throw new AppError('dry_run_under_way');
  }
  const id = newId(services.clock.now());
  await writeAs(services, origin, async (scene) => {
    const values = [id, version.version, hashOfRules(version.rules), scope, 'running', 0, 0, origin.actor.id];
    await services.database
      .within(scene.tx)
      .insert('dry_runs (id, version, rules_hash, scope, state, done, total, staff_id, started_at)', [
        [...values, scene.now],
      ]);
    scene.events.push({ action: 'dry_runs.start', target: id, details: { version: version.version, scope } });
  });
  const title = `规则第 ${version.version} 版试算（${scope === 'everyone' ? '全部人员' : '抽样'}）`;
  try {
    await startJob(services, origin, dryRunJob, { title, input: { id } });
  } catch (error) {
    await failDryRun(services, id);
    throw error;
  }
  const started = await showDryRun(services, version);
  if (!started) {
    throw new Error('a dry run that was just stored is not there');
  }

  return started;
}

/** It will not end any more. */
export function failDryRun({ database, clock }: Services, id: string): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE dry_runs SET state = 'failed', finished_at = ? WHERE id = ? AND state = 'running'",
      [clock.now(), id],
      tx,
    ),
  );
}
