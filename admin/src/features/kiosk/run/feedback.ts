import { decideOffline, type StandPolicy } from '@anxing/contract/entry';
import type { FeedbackRequest } from '@anxing/contract/scans';

import { asApiError } from '../../../lib/api/apiError';
import type { Config } from '../../../lib/config';
import type { KioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import type { PersonVerdict } from '../types';
import { temperatureOf, type Entry } from './entry';
import { isUnreachable, within } from './link';

const patienceMs = 5_000;

/** The person as decided after it, or what is wrong. */
export type FeedbackOutcome = { person: PersonVerdict } | { fault: string; panel?: Entry['panel'] };

interface Tools {
  api: KioskApi;
  store: DoorStore;
  config: Pick<Config, 'colours' | 'feverFrom'>;
  policy: StandPolicy;
}

/** What is still missing or wrong before it can be told. */
function faultOf(entry: Entry): { fault: string; panel?: Entry['panel'] } | undefined {
  if (entry.reason === undefined) {
    return { fault: '请先选择通行原因（按数字键）', panel: 'reason' };
  }
  if (entry.panel === 'override') {
    return { fault: '请选择改判的理由（按数字键），或按 O 取消' };
  }

  return entry.temperature !== '' && temperatureOf(entry) === undefined
    ? { fault: '体温应在 34.0 到 43.0 ℃ 之间', panel: 'temperature' }
    : undefined;
}

function requestOf(entry: Entry, reason: string): FeedbackRequest {
  const { mask, override } = entry;
  const temperature = temperatureOf(entry);

  return {
    reason,
    ...(temperature === undefined ? {} : { temperature }),
    ...(mask === undefined ? {} : { mask }),
    ...(override ? { override: { decision: override.decision, reason: override.id } } : {}),
  };
}

/** Decides anew what was decided here, and puts right what waits to be sent. */
async function tellHere(
  { store, config, policy }: Tools,
  person: PersonVerdict,
  entry: Entry,
): Promise<FeedbackOutcome | undefined> {
  const waiting = await store.one(person.id);
  if (!waiting) {
    return undefined;
  }
  if (entry.override) {
    return { fault: '没有网络时不能改判，请待网络恢复' };
  }
  const { temperature, mask, reason } = requestOf(entry, entry.reason ?? '');
  const seen = { temperature, mask };
  const { colour, direction } = person;
  const { decision, why, wants } = decideOffline({ colour, direction, seen, policy }, config);
  await store.put({ ...waiting, item: { ...waiting.item, temperature, mask, reason, decision } });

  return { person: { ...person, decision, why, wants } };
}

/** Tells what was seen of somebody. */
export async function tellFeedback(
  tools: Tools,
  person: PersonVerdict,
  entry: Entry,
): Promise<FeedbackOutcome> {
  const fault = faultOf(entry);
  if (fault || entry.reason === undefined) {
    return fault ?? { fault: '' };
  }
  const here = person.offline ? await tellHere(tools, person, entry) : undefined;
  if (here) {
    return here;
  }
  const request = requestOf(entry, entry.reason);
  try {
    const told = await within(patienceMs, (signal) => tools.api.feedback(person.id, request, signal));
    const { decision, why, wants } = told;

    return { person: { ...person, decision, why, wants } };
  } catch (error) {
    if (isUnreachable(error)) {
      return { fault: '没有网络，反馈还没有提交，请稍后再按回车' };
    }
    const { message, fields } = asApiError(error);

    return { fault: fields[0]?.message ?? message };
  }
}
