import { readFileSync } from 'node:fs';

const addressForm = /Debugger listening on (ws:\/\/\S+)/;

/** Where a process that was started with --inspect listens, from its log. */
export function inspectorAddress(log) {
  const [, address] = addressForm.exec(readFileSync(log, 'utf8')) ?? [];
  if (!address) {
    throw new Error(`no inspector in ${log}`);
  }

  return address;
}

/** Talks to the inspector of another process (Chrome DevTools Protocol). */
export class Inspector {
  #socket;

  #asked = new Map();

  #lastId = 0;

  static async connect(address) {
    const { WebSocket } = await import('ws');
    const inspector = new Inspector();
    const socket = new WebSocket(address, { maxPayload: 0 });
    inspector.#socket = socket;
    socket.on('message', (text) => inspector.#take(JSON.parse(text.toString())));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

    return inspector;
  }

  /** Calls one method and answers its result. */
  ask(method, params = {}) {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ id, method, params }));

    return answer;
  }

  close() {
    this.#socket.close();
  }

  #take({ id, result, error }) {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) {
      asked?.reject(new Error(error.message));
    } else {
      asked?.resolve(result);
    }
  }
}

/** The CPU profile of what a process does while `work` runs, in the format of DevTools. */
export async function profileDuring(address, work) {
  const inspector = await Inspector.connect(address);
  try {
    await inspector.ask('Profiler.enable');
    await inspector.ask('Profiler.setSamplingInterval', { interval: 500 });
    await inspector.ask('Profiler.start');
    const result = await work();
    const { profile } = await inspector.ask('Profiler.stop');

    return { profile, result };
  } finally {
    inspector.close();
  }
}
