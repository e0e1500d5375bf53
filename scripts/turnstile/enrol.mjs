import { exits } from '../feed/exits.mjs';
import { Fault } from '../lib/fault.mjs';
import { NoAnswer } from './call.mjs';
import { State } from './state.mjs';
import { enrolWith, Turnstile } from './turnstile.mjs';

/** A refusal, as it is told at a terminal. */
export function refusal({ status, body }) {
  const { message, messageEn, requestId } = body?.error ?? {};
  const said = message ? `${message} / ${messageEn}` : `HTTP ${status}`;

  return new Fault(
    `未被接受 / Refused: ${said}`,
    requestId ? `请求编号 / request: ${requestId}` : '',
    exits.refused,
  );
}

/** Somebody has to be there at first: nothing is held yet by which the gate could decide. */
export async function orUnreachable(origin, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoAnswer)) {
      throw error;
    }
    throw new Fault(
      `没有收到平台的回答 / No answer from ${origin} (${error.message})`,
      '请检查网络与地址，再原样运行一次。\nCheck the network and the address, and run the same command again.',
      exits.unreachable,
    );
  }
}

/** `enrol`: a key of its own, known to the platform. */
export async function enrol(options) {
  const state = new State(options.folder);
  const answer = await orUnreachable(options.origin, () => enrolWith(state, options));
  if (answer.status !== 200) {
    throw refusal(answer);
  }
  const { name, point, unit, deviceId } = answer.body;
  const turnstile = new Turnstile(state, options);
  await orUnreachable(options.origin, () => turnstile.fetchLists());
  console.log(`已备案 / Enrolled: ${name} · ${unit.name} · ${point.name}`);
  console.log(`设备编号 / number of the device: ${deviceId}`);
  console.log(`私钥和名单 / key and lists: ${state.folder}`);

  return 0;
}
