import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import {
  dryRun,
  dryRunStart,
  ruleChange,
  ruleDraft,
  ruleOptions,
  ruleRollback,
  ruleSubmit,
  ruleVersion,
  ruleVersionQuery,
  ruleVersionSummary,
} from '@anxing/contract/ruleVersions';

import { cutPage, readCursor } from '../base/paging';
import { changeDraft, discardDraft, draftRules } from '../commands/rules/draftRules';
import { showDryRun, startDryRun } from '../commands/rules/dryRuns';
import { findVersion } from '../commands/rules/storedRules';
import { rollBackRules, submitRules } from '../commands/rules/submitRules';
import type { Services } from '../context';
import { RuleVersion } from '../models/ruleVersion';
import { Staff } from '../models/staff';
import { presentRuleSummary, presentRuleVersion, type RuleSurround } from '../presenters/ruleVersion';
import { openField } from '../privacy/sealedFields';
import { staffWho } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([z.number()]);
const byVersion = z.strictObject({ version: z.coerce.number().int().positive().max(2_000_000_000) });
/** A list of sixty rules with long texts. */
const rulesBytes = 262_144;

async function aroundOf(
  services: Services,
  versions: readonly RuleVersion[],
  now: number,
): Promise<RuleSurround> {
  const ids = versions.flatMap(({ createdBy, approvedBy }) => [createdBy, approvedBy]);
  const staff = await Staff.findAll({ where: { id: ids.filter((id) => id !== null) } });
  const names = new Map(
    staff.map((one) => [one.id, openField(services.vault, 'staff', 'name', one, one.name)]),
  );

  const isMoreToCome = (await services.rules.nextAfter(now)) !== null;

  return { current: (await services.rules.at(now)).version, now, isMoreToCome, names };
}

async function present(services: Services, caller: StaffCaller, version: RuleVersion, now: number) {
  const around = await aroundOf(services, [version], now);

  return presentRuleVersion(version, around, await showDryRun(services, version), caller.abilities);
}

const list = defineRoute({
  method: 'get',
  path: '/operator/rules',
  summary: 'Versions of the rules, the highest first',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  query: ruleVersionQuery,
  answer: pageOf(ruleVersionSummary),
  async handle({ services, query: { cursor, limit }, now }) {
    const [after] = readCursor({}, cursor, listKey) ?? [];
    const rows = await RuleVersion.findAll({
      where: after === undefined ? {} : { version: { [Op.lt]: after } },
      order: [['version', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, {}, ({ version }) => [version]);
    const around = await aroundOf(services, items, now);

    return { items: items.map((version) => presentRuleSummary(version, around)), next };
  },
});

const options = defineRoute({
  method: 'get',
  path: '/operator/rules/options',
  summary: 'What rules can be made of: colours, feeds with their kinds, levels of regions',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  answer: ruleOptions,
  async handle({ services: { colours, feedRules, regionLevels } }) {
    const given = colours.colours.filter(({ name }) => name !== colours.clear && name !== colours.unknown);

    return {
      colours: given.map(({ name, label }) => ({ name, label })),
      sources: feedRules
        .filter(({ target, rulesMayAsk }) => rulesMayAsk && (target === 'facts' || target === 'seals'))
        .map(({ source, name, kinds }) => ({ source, name, kinds })),
      regionLevels: regionLevels.above.map(({ id, name }) => ({ id, name })),
    };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/operator/rules/{version}',
  summary: 'One version with its rules, and what its newest trial came to',
  access: staffWho('readRisk'),
  personalData: 'masked',
  limit: allowances.reading,
  params: byVersion,
  answer: ruleVersion,
  handle: async ({ services, caller, params, now }) =>
    present(services, caller, await findVersion(params.version), now),
});

const draft = defineRoute({
  method: 'post',
  path: '/operator/rules',
  summary: 'Begin a draft from a version that is there',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  body: ruleDraft,
  bodyBytes: rulesBytes,
  answer: ruleVersion,
  status: 201,
  async handle({ services, origin, caller, input: { basedOn, ...content }, now }) {
    return present(services, caller, await draftRules(services, origin, basedOn, content), now);
  },
});

const change = defineRoute({
  method: 'put',
  path: '/operator/rules/{version}',
  summary: 'Change a draft',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  params: byVersion,
  body: ruleChange,
  bodyBytes: rulesBytes,
  answer: ruleVersion,
  handle: async ({ services, origin, caller, params, input, now }) =>
    present(services, caller, await changeDraft(services, origin, params.version, input), now),
});

const discard = defineRoute({
  method: 'post',
  path: '/operator/rules/{version}/discard',
  summary: 'Give a draft up',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  params: byVersion,
  answer: ruleVersion,
  handle: async ({ services, origin, caller, params, now }) =>
    present(services, caller, await discardDraft(services, origin, params.version), now),
});

const tryOut = defineRoute({
  method: 'post',
  path: '/operator/rules/{version}/dry-runs',
  summary: 'Try a version on a sample or on everyone, in the background; nobody notices anything of it',
  access: staffWho('manageRules'),
  personalData: 'masked',
  limit: allowances.writing,
  params: byVersion,
  body: dryRunStart,
  answer: dryRun,
  status: 202,
  handle: async ({ services, origin, params, input }) =>
    startDryRun(services, origin, await findVersion(params.version), input.scope),
});

const submit = defineRoute({
  method: 'post',
  path: '/operator/rules/{version}/submit',
  summary: 'Propose a draft that was tried on everyone; a second person decides',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  params: byVersion,
  body: ruleSubmit,
  answer: ruleVersion,
  async handle({ services, origin, caller, params, input, now }) {
    const given = { staffId: caller.staff.id, ...input };

    return present(services, caller, await submitRules(services, origin, params.version, given), now);
  },
});

const rollBack = defineRoute({
  method: 'post',
  path: '/operator/rules/{version}/rollback',
  summary: 'Propose the rules of an earlier version again; a second person decides',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  params: byVersion,
  body: ruleRollback,
  answer: ruleVersion,
  status: 201,
  async handle({ services, origin, caller, params, input, now }) {
    const given = { staffId: caller.staff.id, ...input };

    return present(services, caller, await rollBackRules(services, origin, params.version, given), now);
  },
});

export const operatorRuleRoutes: Route[] = [
  list,
  options,
  show,
  draft,
  change,
  discard,
  tryOut,
  submit,
  rollBack,
];
