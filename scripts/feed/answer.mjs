import { Fault } from '../lib/fault.mjs';
import { adviceOf } from './adviceOf.mjs';
import { beijingTime } from './beijingTime.mjs';
import { exits } from './exits.mjs';

const repeatable =
  '稍后原样再运行一次即可，重复无害。\nRun the same command again later: a repeat is harmless.';

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOver({ status }) {
  return status === 429 || status >= 500;
}

/** Sentences of a refusal: what it is, and what exactly. */
function sentencesOf({ message, messageEn, fields = [], serverTime, requestId }) {
  const lines = [`${message} / ${messageEn}`];
  for (const field of fields) {
    lines.push(`${field.path}: ${field.message} / ${field.messageEn}`);
  }
  if (serverTime !== undefined) {
    lines.push(`平台时间 / time of the platform: ${beijingTime(serverTime)}`);
  }
  if (requestId) {
    lines.push(`请求编号 / request: ${requestId}`);
  }

  return lines.join('\n  ');
}

/**
 * What the platform says of a batch that it took.
 * @param {{ status: number, text: string }} answered
 * @throws Fault for a refusal, for a platform that is busy, and for an answer that is none of the platform
 */
export function answerOf(answered) {
  const body = parse(answered.text);
  if (body?.batch && answered.status < 300) {
    return body;
  }
  if (isOver(answered)) {
    const said = body?.error ? sentencesOf(body.error) : `HTTP ${answered.status}`;
    throw new Fault(`平台暂不可用 / The platform cannot take it now: ${said}`, repeatable, exits.unreachable);
  }
  if (!body?.error) {
    throw new Fault(
      `对方不像是本平台 / This does not answer like the platform (HTTP ${answered.status})`,
      '请核对 --url。\nCheck --url.',
      exits.unreachable,
    );
  }
  throw new Fault(`未被接收 / Refused: ${sentencesOf(body.error)}`, adviceOf(body.error.code), exits.refused);
}
