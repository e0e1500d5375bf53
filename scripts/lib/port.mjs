import { createServer } from 'node:net';

import { Fault } from './fault.mjs';

/** Listens for a moment; resolves to the port that was had. Port 0 means any. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: had } = server.address();
      server.close(() => resolve(had));
    });
  });
}

/** A port that nobody listens on just now. */
export function freePort(host = '127.0.0.1') {
  return tryPort(0, host);
}

/** Refuses early, before minutes of building, when the port cannot be had. */
export async function checkPort(port, host) {
  try {
    await tryPort(port, host);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Fault(
        `端口 ${port} 已被占用 / Port ${port} is taken by another program (perhaps this one, started before)`,
        `请换一个端口 / Use another port: PORT=${port + 1} npm start`,
        75,
      );
    }
    if (error.code === 'EACCES') {
      throw new Fault(
        `无权使用端口 ${port} / Your user may not listen on port ${port}`,
        '请用 1024 以上的端口 / Use a port above 1024: PORT=8080 npm start',
        75,
      );
    }
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      throw new Fault(
        `本机没有地址 ${host} / This machine has no address ${host}`,
        '请检查 HOST / Check HOST; leave it out to serve this machine only, 0.0.0.0 serves all.',
        75,
      );
    }
    throw error;
  }
}
