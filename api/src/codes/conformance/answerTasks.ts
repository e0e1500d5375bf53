import { signAnswer, type DeviceAnswer } from '../deviceSignature';
import type { ServerKey } from '../serverKeys';

/** What seems to be an answer of the server. */
export interface AnswerTask {
  title: string;
  answer: DeviceAnswer & { body: string };
  serverKey: number;
  signature: string;
  genuine: boolean;
}

const body = '{"decision":"stop","why":"请联系工作人员"}';
const flippedBody = '{"decision":"allow","why":null}';

/** @param nonce of the request that these seem to answer */
export function answerTasks(
  { server, other }: { server: ServerKey; other: ServerKey },
  { keyId, nonce, otherNonce }: { keyId: string; nonce: string; otherNonce: string },
): AnswerTask[] {
  const answer = { keyId, nonce, status: 200, body };
  const signature = signAnswer(server.privateKey, answer);
  const make = (title: string, genuine: boolean, changes: Partial<AnswerTask> = {}): AnswerTask => ({
    title,
    genuine,
    answer,
    serverKey: server.id,
    signature,
    ...changes,
  });

  return [
    make('平台签名的回答', true),
    make('内容被改动的回答', false, { answer: { ...answer, body: flippedBody } }),
    make('对另一次请求的回答', false, { answer: { ...answer, nonce: otherNonce } }),
    make('对另一台设备的回答', false, { answer: { ...answer, keyId: `${keyId.slice(0, -1)}_` } }),
    make('状态码被改动的回答', false, { answer: { ...answer, status: 403 } }),
    make('他人密钥签名的回答', false, { signature: signAnswer(other.privateKey, answer) }),
    make('签名被截短的回答', false, { signature: signature.slice(0, -2) }),
    make('没有签名的回答', false, { signature: '' }),
  ];
}
