import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { checkPort, freePort } from '../../../scripts/lib/port.mjs';

const host = '127.0.0.1';

describe('checkPort', () => {
  it('accepts a free port and leaves it free', async () => {
    const port = await freePort();

    await checkPort(port, host);
    await checkPort(port, host);
  });

  it('says how to choose another port when this one is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;

    await expect(checkPort(port, host)).rejects.toMatchObject({
      name: 'Fault',
      message: expect.stringContaining(String(port)),
      advice: expect.stringContaining(`PORT=${port + 1} npm start`),
      exitCode: 75,
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it('names an address that this machine does not have', async () => {
    await expect(checkPort(0, '192.0.2.1')).rejects.toMatchObject({
      exitCode: 75,
      message: expect.stringContaining('192.0.2.1'),
    });
  });
});
