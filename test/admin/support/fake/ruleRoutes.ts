import {
  dryRunStart,
  ruleChange,
  ruleDraft,
  ruleRollback,
  ruleSubmit,
  ruleVersionQuery,
  type RuleVersion,
} from '@anxing/contract/ruleVersions';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';
import { fakeDryRun, fakeRuleOptions, mayWith } from './fakeRules';

function find({ risk }: FakeHouse, number: string | undefined): RuleVersion {
  const version = risk.versions.find((one) => one.version === Number(number));
  if (!version) {
    throw new FakeRefusal('not_found');
  }

  return version;
}

/** With what whoever asks may do; each look at a run moves it on. */
function show({ house, params }: FakeCall) {
  const version = find(house, params[0]);
  const answer = json({ ...version, may: mayWith(version, house.own().abilities.manageRules) });
  if (version.dryRun?.state === 'running') {
    const { done, total } = version.dryRun;
    version.dryRun = done > 0 ? fakeDryRun(house.now) : { ...version.dryRun, done: Math.floor(total / 2) };
  }

  return answer;
}

function add(house: FakeHouse, given: Pick<RuleVersion, 'basedOn' | 'comment' | 'rules'>): RuleVersion {
  const [newest] = house.risk.versions;
  const version: RuleVersion = {
    ...given,
    version: (newest?.version ?? 0) + 1,
    state: 'draft',
    createdBy: house.own().staff.name,
    createdAt: house.now,
    approvedBy: null,
    takesForceAt: null,
    changeId: null,
    dryRun: null,
    may: { change: true, submit: true, discard: true, rollBack: false },
  };
  house.risk.versions.unshift(version);

  return version;
}

function save({ house, params, body }: FakeCall) {
  const version = find(house, params[0]);
  if (version.state !== 'draft') {
    throw new FakeRefusal('rules_not_draft');
  }
  Object.assign(version, checked(ruleChange, body), { dryRun: null });

  return json(version);
}

function startDryRun({ house, params, body }: FakeCall) {
  const { scope } = checked(dryRunStart, body);
  const version = find(house, params[0]);
  version.dryRun = fakeDryRun(house.now, { scope, state: 'running', done: 0, finishedAt: null });

  return json(version.dryRun, 202);
}

function submit({ house, params, body }: FakeCall) {
  const { confirmTurned } = checked(ruleSubmit, body);
  const version = find(house, params[0]);
  const { dryRun } = version;
  if (dryRun?.state !== 'done' || dryRun.scope !== 'everyone') {
    throw new FakeRefusal('rules_not_tried');
  }
  if (dryRun.isAboveShare && confirmTurned !== dryRun.turned) {
    throw new FakeRefusal('rules_above_share');
  }
  version.state = 'waiting';

  return json(version);
}

export const ruleRoutes: FakeRoute[] = [
  {
    call: /^GET operator\/rules$/,
    handle: ({ house, query }) => json(pageOf(house.risk.versions, checked(ruleVersionQuery, query))),
  },
  { call: /^GET operator\/rules\/options$/, handle: () => json(fakeRuleOptions()) },
  { call: /^GET operator\/rules\/(\d+)$/, handle: show },
  {
    call: /^POST operator\/rules$/,
    handle: ({ house, body }) => json(add(house, checked(ruleDraft, body)), 201),
  },
  { call: /^PUT operator\/rules\/(\d+)$/, handle: save },
  { call: /^POST operator\/rules\/(\d+)\/dry-runs$/, handle: startDryRun },
  { call: /^POST operator\/rules\/(\d+)\/submit$/, handle: submit },
  {
    call: /^POST operator\/rules\/(\d+)\/discard$/,
    handle({ house, params }) {
      find(house, params[0]).state = 'discarded';

      return empty;
    },
  },
  {
    call: /^POST operator\/rules\/(\d+)\/rollback$/,
    handle({ house, params, body }) {
      const { comment } = checked(ruleRollback, body);
      const { version, rules } = find(house, params[0]);

      return json(Object.assign(add(house, { basedOn: version, comment, rules }), { state: 'waiting' }), 201);
    },
  },
];
