import { Fault } from '../lib/fault.mjs';
import { size } from '../lib/format.mjs';
import { answerOf } from './answer.mjs';
import { beijingTime } from './beijingTime.mjs';
import { exits } from './exits.mjs';
import { readKeyFile } from './keyFile.mjs';
import { post } from './post.mjs';
import { readDelivery } from './readDelivery.mjs';
import { signedRequest } from './signedRequest.mjs';
import { tellTaken } from './tellTaken.mjs';

/** What is about to be sent, as the platform will check it. */
function tellRequest(origin, { target, headers, text }) {
  console.log('\n未发送，以下为将要发送的请求 / Not sent; this is what would be:\n');
  console.log(`POST ${origin}${target}`);
  for (const [name, value] of Object.entries(headers)) {
    console.log(`${name}: ${value}`);
  }
  console.log(`\n被签名的文本 / The text that is signed:\n\n${text}`);
}

async function ask(origin, request, file) {
  try {
    return await post(origin, request, file);
  } catch (error) {
    throw new Fault(
      `没有收到平台的回答 / No answer from ${origin} (${error.code ?? error.message})`,
      '请检查网络与地址，再原样运行一次：同一批次只接收一次，重复无害。\n' +
        'Check the network and the address and run the same command again: a batch is taken once, a repeat is harmless.',
      exits.unreachable,
    );
  }
}

/** Delivers a batch, once. @throws Fault with the exit code of what went wrong */
export async function send(options) {
  const privateKey = readKeyFile(options.keyFile);
  const delivery = await readDelivery(options);
  const asOf = options.asOf ?? delivery.writtenAt;
  const request = signedRequest({ ...options, asOf }, delivery, privateKey);
  console.log(
    `${options.source} · ${options.batch} · ${options.sequence} · ${size(delivery.bytes)} · ` +
      `数据截至 / data of ${beijingTime(asOf)} 北京时间 / Beijing time`,
  );
  if (options.isDry) {
    tellRequest(options.origin, request);

    return 0;
  }
  tellTaken(answerOf(await ask(options.origin, request, delivery.file)));

  return 0;
}
