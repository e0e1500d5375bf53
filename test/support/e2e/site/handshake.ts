import { connect } from 'node:tls';

/** @returns the version of TLS that was agreed upon @throws when the server breaks it off */
export function handshake(port: number, servername: string): Promise<string | null> {
  return new Promise((done, fail) => {
    // Which certificate it has is asked by those who send something.
    const socket = connect({ host: '127.0.0.1', port, servername, rejectUnauthorized: false }, () => {
      done(socket.getProtocol());
      socket.destroy();
    });
    socket.once('error', fail);
  });
}
