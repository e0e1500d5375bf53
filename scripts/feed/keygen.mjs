import { Fault } from '../lib/fault.mjs';
import { exits } from './exits.mjs';
import { fingerprintOf, makeKeyFile, publicKeyOf, readKeyFile } from './keyFile.mjs';

function tell(privateKey) {
  const publicKey = publicKeyOf(privateKey);
  console.log(`公钥 / public key:     ${publicKey}`);
  console.log(`指纹 / fingerprint:    ${fingerprintOf(publicKey)}`);
}

function make(folder) {
  try {
    return makeKeyFile(folder);
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    throw new Fault(
      `文件已存在，未作改动 / ${error.path} exists already and was left as it is`,
      `再次显示公钥 / to see its public key again: npm run feed -- show --key ${error.path}`,
      exits.usage,
    );
  }
}

/** Makes a key pair; the private half stays on this machine. */
export function keygen({ out }) {
  const { file, privateKey } = make(out);
  console.log(`已生成私钥，请勿外传 / Made the private key, which never leaves this machine: ${file}`);
  tell(privateKey);
  console.log(
    '\n请把公钥交给平台运营方登记；审批前对方会打电话核对指纹。登记后对方给出密钥编号（--key-id）。',
  );
  console.log(
    'Hand the public key to the operator, who compares the fingerprint on the phone before a second',
  );
  console.log('person approves it, and then tells you the number of the key (--key-id).');

  return 0;
}

/** The public half of a key once more. */
export function show({ keyFile }) {
  tell(readKeyFile(keyFile));

  return 0;
}
