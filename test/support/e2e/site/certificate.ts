import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate that signed itself: who trusts it is told so. */
export interface Certificate {
  certFile: string;
  keyFile: string;
  cert: string;
  key: string;
}

/** Makes a certificate for a name and for this machine, good for a day. */
export function makeCertificate(folder: string, name: string): Certificate {
  const [certFile, keyFile] = [path.join(folder, 'fullchain.pem'), path.join(folder, 'privkey.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = `subjectAltName=DNS:${name},DNS:localhost,IP:127.0.0.1`;
  const files = ['-keyout', keyFile, '-out', certFile];
  execFileSync(
    'openssl',
    ['req', '-x509', ...curve, '-days', '1', '-subj', `/CN=${name}`, '-addext', names, ...files],
    { stdio: 'ignore' },
  );

  return { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}
