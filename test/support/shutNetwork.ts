import net from 'node:net';

/** Tests talk to this machine only: a connection to any other host fails at once. */
const open = net.Socket.prototype.connect;
const own = new Set(['127.0.0.1', 'localhost', '::1', undefined]);

function hostOf(args: unknown[]): string | undefined {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    return (first as { host?: string; path?: string }).path ? undefined : (first as { host?: string }).host;
  }

  return typeof args[1] === 'string' ? args[1] : undefined;
}

net.Socket.prototype.connect = function connect(this: net.Socket, ...args: never[]) {
  const host = hostOf(args);
  if (!own.has(host)) {
    throw new Error(`the network is shut in tests: ${host}`);
  }

  return Reflect.apply(open, this, args) as net.Socket;
} as typeof net.Socket.prototype.connect;
