import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Certificate } from './certificate';

const root = path.resolve(__dirname, '../../../..');

/** The name in the site file. */
export const siteName = 'code.example.gov.cn';

export interface SitePlaces {
  certificate: Certificate;
  port: number;
  plainPort: number;
  /** Ports of the API processes, as many as the file names. */
  processes: readonly number[];
  log: string;
  errorLog: string;
}

function replaced(text: string, place: string, other: string): string {
  if (!text.includes(place)) {
    throw new Error(`the site file does not say ${place}`);
  }

  return text.split(place).join(other);
}

/** The site file of the documentation with the places of this machine, and otherwise as it is. */
export function siteFile(at: SitePlaces): string {
  const places: [string, string][] = [
    ['listen 80;', `listen 127.0.0.1:${at.plainPort};`],
    ['listen 443 ', `listen 127.0.0.1:${at.port} `],
    ['/etc/anxing/tls/fullchain.pem', at.certificate.certFile],
    ['/etc/anxing/tls/privkey.pem', at.certificate.keyFile],
    ['/var/log/nginx/anxing.log', at.log],
    ['/var/log/nginx/anxing.error.log', at.errorLog],
    ['root /opt/anxing', `root ${root}`],
    ...at.processes.map((port, nth): [string, string] => [`127.0.0.1:${8081 + nth} `, `127.0.0.1:${port} `]),
  ];
  const file = readFileSync(path.join(root, 'docs/operation/nginx.conf'), 'utf8');
  // Not every machine has addresses of version 6.
  const text = file.replaceAll(/^\s*listen \[::\].*\n/gm, '');

  return places.reduce((done, [place, other]) => replaced(done, place, other), text);
}

/** What Debian's own nginx.conf says around the site, with every place below one folder. */
export function frameFile(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

  return [
    // As root it would become somebody who may not read the checkout.
    ...(process.getuid?.() === 0 ? [`user ${os.userInfo().username};`] : []),
    'worker_processes 2;',
    `pid ${folder}/nginx.pid;`,
    'events { worker_connections 768; }',
    'http {',
    'include /etc/nginx/mime.types;',
    'default_type application/octet-stream;',
    'ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;',
    'ssl_prefer_server_ciphers on;',
    'gzip on;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    `include ${folder}/site.conf;`,
    '}',
  ].join('\n');
}
