import type { IncomingMessage } from 'node:http';

import { clientAddress } from '../../../../api/src/web/clientAddress';

function request(forwarded: string | undefined): IncomingMessage {
  return {
    socket: { remoteAddress: '10.0.0.1' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage;
}

test.each([
  ['without proxies the header is what the client likes to write', 0, '1.1.1.1', '10.0.0.1'],
  ['one proxy names the client at the end', 1, '6.6.6.6, 2.2.2.2', '2.2.2.2'],
  ['two proxies: the last entry is the first proxy', 2, '6.6.6.6, 2.2.2.2, 10.0.0.9', '2.2.2.2'],
  ['spaces and empty entries do not shift it', 1, ' 6.6.6.6 ,, 2.2.2.2 , ', '2.2.2.2'],
  ['fewer entries than proxies: the first one', 3, '2.2.2.2, 10.0.0.9', '2.2.2.2'],
  ['no header at all', 2, undefined, '10.0.0.1'],
  ['an empty header', 2, ' , ', '10.0.0.1'],
])('%s', (_, hops, forwarded, address) => {
  expect(clientAddress(request(forwarded), hops)).toBe(address);
});

test('a connection that is gone has no address', () => {
  expect(clientAddress({ socket: {}, headers: {} } as unknown as IncomingMessage, 0)).toBe('unknown');
});
