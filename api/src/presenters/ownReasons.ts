import { overrideSource } from '@anxing/contract/riskRules';
import type { OwnReason, OwnReasons } from '@anxing/contract/reasons';

import type { Services } from '../context';
import type { Override } from '../models/override';
import type { Reason } from '../risk/judgeFacts';
import type { Status } from '../status/currentStatus';
import type { ReasonDetails } from '../status/reasonDetails';
import { reasonNameOf } from './overrideWords';

/** Of what two people decided, why: a fact of it ends when their decision does. */
function kindNameOf(services: Services, reason: Reason, { records, decided }: ReasonDetails): string {
  const record = records.get(reason.factId);
  const isOf = ({ until, kinds }: Override) =>
    Number(until) === record?.validUntil && kinds.split(',').includes(record.kind);
  const override = reason.source === overrideSource ? decided.find(isOf) : undefined;

  return override
    ? `${reason.kindName}（理由：${reasonNameOf(services, override.reason)}）`
    : reason.kindName;
}

function presentOne(services: Services, reason: Reason, details: ReasonDetails): OwnReason {
  const { feedRules } = services;
  const record = details.records.get(reason.factId);
  const owner = feedRules.find(({ source }) => source === reason.source)?.owner ?? '';

  return {
    rule: reason.rule,
    colour: reason.colour,
    text: reason.text,
    advice: reason.advice,
    appeal: reason.appeal,
    kindName: kindNameOf(services, reason, details),
    sourceName: reason.sourceName,
    owner,
    deliveredBy: record?.submittedBy ?? owner,
    date: reason.date,
    recordedAt: record?.recordedFrom ?? null,
    until: reason.until,
    appealId: details.appeals.get(reason.rule) ?? null,
  };
}

/** Why the own code has its colour, in full: for its owner, and for the clerk before whom he stands. */
export function presentOwnReasons(
  services: Services,
  status: Status,
  details: ReasonDetails,
  now: number,
): OwnReasons {
  return {
    colour: status.colour,
    reasons: status.reasons.map((reason) => presentOne(services, reason, details)),
    asOf: status.asOf,
    checked: services.feedRules.filter(({ requiredForGreen }) => requiredForGreen).map(({ name }) => name),
    late: status.late.map(({ sourceName, owner, lastDeliveredAt }) => ({
      sourceName,
      owner,
      lastDeliveredAt,
    })),
    ruleVersion: status.ruleVersion,
    until: status.until,
    serverTime: now,
  };
}
