import { liftsOfRule, type RiskRule } from '@anxing/contract/riskRules';

import { AppError, InvalidInput } from '../../base/errors';
import { timeOf } from '../../base/days';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { RuleVersion } from '../../models/ruleVersion';
import type { Scene } from '../../storage/scene';
import { proposeChange } from '../changes/proposeChange';
import { describeDifference } from './describeDifference';
import { lockDraft } from './draftRules';
import { latestDryRun, type DryRunResult } from './dryRuns';
import { lockStanding, textOfStanding, type Standing } from './standing';
import { lockVersion, nextVersion, rulesOf } from './storedRules';

export interface Submission {
  staffId: string;
  /** ms; left out: with the approval. */
  takesForceAt?: number | undefined;
  /** How many people would lose the clear colour, as whoever submits it has read. */
  confirmTurned?: number | undefined;
}

/** What the trial came to. @throws rules_not_tried, rules_above_share with the number that is to be confirmed */
function requireTrial(result: DryRunResult | undefined, confirmTurned: number | undefined): DryRunResult {
  if (!result) {
    throw new AppError('rules_not_tried');
  }
  if (result.isAboveShare && confirmTurned !== result.turned) {
    const message = `将有 ${result.turned} 人不再是绿码，请填写该人数确认`;
    const messageEn = `${result.turned} people would lose the clear colour: confirm this number`;
    throw new AppError('rules_above_share', { fields: [{ path: 'confirmTurned', message, messageEn }] });
  }

  return result;
}

interface Proposed {
  version: RuleVersion;
  staffId: string;
  takesForceAt: number | null;
  /** Undefined when nothing changes for anybody. */
  result: DryRunResult | undefined;
  standing: Standing;
}

const linesMost = 200;

/** What the second person has to see in red. */
function warningOf({ result, standing: { overtaken } }: Proposed): string | null {
  const versions = overtaken.map(({ version }) => `第 ${version} 版`).join('、');
  const parts = [
    ...(result?.isAboveShare ? [`生效后将有 ${result.turned} 人不再是绿码`] : []),
    ...(overtaken.length > 0 ? [`已批准、尚未生效的${versions}将被取消`] : []),
  ];

  return parts.length > 0 ? parts.join('；').slice(0, linesMost) : null;
}

/** Appeals against such a rule cannot be upheld: whoever decides has to know. */
function withoutLift(rules: readonly RiskRule[]): { label: string; value: string }[] {
  const bare = rules.filter((rule) => rule.enabled && liftsOfRule(rule).length === 0);
  const names = bare.map(({ id, reason }) => `“${reason}”（${id}）`).join('、');

  return bare.length > 0 ? [{ label: '没有人工解除方式，申诉不能成立', value: names }] : [];
}

function factsOf({ config }: Services, { version, takesForceAt, result, standing }: Proposed) {
  const { zone } = config.brand;
  const before = standing.base ? rulesOf(standing.base).rules : [];

  return [
    { label: '生效时间', value: takesForceAt === null ? '批准后立即' : timeOf(takesForceAt, zone) },
    {
      label: takesForceAt === null ? '与生效版本相比' : '与届时生效的版本相比',
      value: describeDifference(before, rulesOf(version).rules),
    },
    ...standing.overtaken.map((one) => ({
      label: '取消待生效版本',
      value: `第 ${one.version} 版（原定 ${timeOf(Number(one.takesForceAt), zone)} 生效）：${one.comment}`,
    })),
    ...withoutLift(rulesOf(version).rules),
    { label: '不再是绿码', value: result ? `${result.turned} 人` : '规则不变' },
    { label: '颜色变化合计', value: result ? `${result.changed} 人` : '规则不变' },
  ];
}

async function propose(services: Services, scene: Scene, proposed: Proposed) {
  const { version, staffId, takesForceAt, standing } = proposed;
  const change = await proposeChange(services, scene, {
    kind: 'rules',
    subject: String(version.version),
    scope: textOfStanding(standing),
    title: `第 ${version.version} 版：${version.comment}`,
    facts: factsOf(services, proposed),
    warning: warningOf(proposed),
    staffId,
  });
  version.set({ state: 'waiting', takesForceAt, changeId: change.id });

  return version.saveBy(scene);
}

/**
 * Proposes a draft: it was tried on everyone, and a second person decides.
 * @throws rules_not_draft, rules_not_tried, rules_above_share, rules_unchanged, invalid_input, change_not_verified
 */
export function submitRules(
  services: Services,
  origin: Origin,
  version: number,
  { staffId, takesForceAt, confirmTurned }: Submission,
): Promise<RuleVersion> {
  return writeAs(services, origin, async (scene) => {
    const draft = await lockDraft(scene, version);
    if (takesForceAt !== undefined && takesForceAt < scene.now) {
      throw new InvalidInput({ takesForceAt: 'past' });
    }
    const standing = await lockStanding(scene, takesForceAt ?? scene.now);
    if (standing.base?.rules === draft.rules) {
      throw new AppError('rules_unchanged');
    }
    const result = requireTrial(await latestDryRun(services, scene, draft), confirmTurned);

    return propose(services, scene, {
      version: draft,
      staffId,
      takesForceAt: takesForceAt ?? null,
      result,
      standing,
    });
  });
}

export interface RollBack {
  staffId: string;
  comment: string;
  /** As with a draft. */
  confirmTurned?: number | undefined;
}

/**
 * Proposes the rules of an earlier version again, as a version of its own; a second person decides. They are tried like
 * any others: what was in force once may turn many of the people of now. The rules in force can be proposed again to stop
 * what was approved for later, and then need no trial.
 * @throws not_found, rules_unchanged, rules_not_tried, rules_above_share, change_not_verified
 */
export function rollBackRules(
  services: Services,
  origin: Origin,
  version: number,
  { staffId, comment, confirmTurned }: RollBack,
): Promise<RuleVersion> {
  return writeAs(services, origin, async (scene) => {
    const earlier = await lockVersion(scene, version);
    const isPast = earlier.state === 'approved' && Number(earlier.takesForceAt) <= scene.now;
    if (!isPast) {
      throw new AppError('not_found');
    }
    const standing = await lockStanding(scene, scene.now);
    const isSame = standing.base?.rules === earlier.rules;
    if (isSame && standing.overtaken.length === 0) {
      throw new AppError('rules_unchanged');
    }
    const trial = isSame ? undefined : await latestDryRun(services, scene, earlier);
    const result = isSame ? undefined : requireTrial(trial, confirmTurned);
    const copy = await createBy(RuleVersion, scene, {
      id: newId(scene.now),
      version: await nextVersion(scene),
      state: 'draft',
      comment,
      basedOn: version,
      rules: earlier.rules,
      createdBy: origin.actor.id,
      createdAt: scene.now,
    });

    return propose(services, scene, { version: copy, staffId, takesForceAt: null, result, standing });
  });
}
