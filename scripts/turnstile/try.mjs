import { generateKeyPairSync } from 'node:crypto';

import { exits } from '../feed/exits.mjs';
import { call } from './call.mjs';
import { decideHere } from './decide.mjs';
import { orUnreachable, refusal } from './enrol.mjs';
import { isGenuine } from './signing.mjs';
import { publicKeyText } from './state.mjs';

async function verdictOf({ keys, opens, revocations }, { id, text, at, takesPasses, testHours }) {
  const held = { lists: { keys, opens, revocations, colours: [] }, takesPasses, asks: { testHours } };
  const decided = await decideHere(held, { object: text }, at);

  return { id, verdict: decided.opens ? 'open' : 'stay' };
}

function tell({ state, tasks, right, wrong }) {
  console.log(`${state === 'passed' ? '通过 / passed' : '未通过 / failed'}: ${right} / ${tasks}`);
  for (const { title, expected, answered } of wrong) {
    console.log(`  ${title}: 应为 / expected ${expected}, 实为 / answered ${answered}`);
  }
}

/** `try`: a model shows that it verifies and signs as it should, with a key of the moment. */
export async function tryOut({ address: { origin, path } }) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicKeyText(privateKey);
  const by = { origin, keyId: publicKey, privateKey, now: () => Date.now() };
  const ask = async (method, more, body) => {
    const answer = await orUnreachable(origin, () =>
      call(by, method, path + more, { body, timeoutMs: 15_000 }),
    );
    if (answer.status !== 200) {
      throw refusal(answer);
    }

    return answer.body;
  };
  const { serverKeys } = await ask('POST', '/key', { publicKey });
  by.serverKeys = serverKeys;
  const { held, scans, answers } = await ask('GET', '');
  const verdicts = {
    scans: await Promise.all(scans.map((one) => verdictOf(held, one))),
    answers: answers.map(({ id, deviceId, ...answer }) => ({
      id,
      genuine: isGenuine(serverKeys, { keyId: deviceId, ...answer }),
    })),
  };
  const result = await ask('POST', '/verdicts', verdicts);
  tell(result);

  return result.state === 'passed' ? 0 : exits.refused;
}
