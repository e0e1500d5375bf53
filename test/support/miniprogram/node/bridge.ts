import type { AddressInfo } from 'node:net';

import type { Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';

interface Message {
  id: string;
  method: string;
  params?: Record<string, unknown>;
}

/** Two frames: what a tap changed is on the screen by then. */
const settle = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

async function pointOf(page: Page, params: Record<string, unknown>): Promise<{ x: number; y: number }> {
  return page.evaluate((id) => window.phone.pointOf(id), String(params.elementId));
}

async function tap(page: Page, params: Record<string, unknown>): Promise<object> {
  const { x, y } = await pointOf(page, params);
  await page.mouse.click(x, y);
  await page.evaluate(settle);

  return {};
}

async function press(page: Page, params: Record<string, unknown>): Promise<object> {
  const { x, y } = await pointOf(page, params);
  await page.mouse.move(x, y);
  await page.mouse.down();

  return {};
}

async function move(page: Page, params: Record<string, unknown>): Promise<object> {
  const [touch] = (params.touches ?? []) as { clientX?: number; clientY?: number }[];
  await page.mouse.move(touch?.clientX ?? 0, touch?.clientY ?? 0);

  return {};
}

async function release(page: Page): Promise<object> {
  await page.mouse.up();
  await page.evaluate(settle);

  return {};
}

type Action = (page: Page, params: Record<string, unknown>) => Promise<unknown>;

/** What needs a real finger or the whole screen; everything else is answered inside the page. */
const actions: Record<string, Action> = {
  'Element.tap': tap,
  'Element.touchstart': press,
  'Element.touchmove': move,
  'Element.touchend': release,
  'App.captureScreenshot': async (page) => ({ data: (await page.screenshot()).toString('base64') }),
};

async function answer(page: Page, { method, params = {} }: Message): Promise<unknown> {
  const action = actions[method];
  if (action) {
    return action(page, params);
  }

  return page.evaluate(([name, given]) => window.phone.automator(name, given), [method, params] as const);
}

/** playwright tells where an error came from; miniprogram-automator wants only what it says. */
function messageOf(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');

  return line.replace(/^page\.evaluate: (\w*Error: )?/, '');
}

/** What a phone does that belongs to whoever is connected to it. */
export interface Partings {
  /** Before the wish to close it is answered. */
  closing(): Promise<void>;
  /** When the last client has gone. */
  deserted(): void;
}

/** Speaks miniprogram-automator's protocol on a WebSocket. */
export class Bridge {
  private readonly clients = new Set<WebSocket>();

  private constructor(
    private readonly server: WebSocketServer,
    private readonly page: Page,
    private readonly partings: Partings | undefined,
  ) {
    server.on('connection', (client) => this.welcome(client));
  }

  /** @param port 0 for any free one */
  static async open(page: Page, port: number, partings?: Partings): Promise<Bridge> {
    const server = new WebSocketServer({ port, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => {
      server.once('listening', resolve);
      server.once('error', reject);
    });

    return new Bridge(server, page, partings);
  }

  get endpoint(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An event for every test that listens. */
  emit(method: string, params: unknown): void {
    this.clients.forEach((client) => client.send(JSON.stringify({ method, params })));
  }

  close(): Promise<void> {
    this.clients.forEach((client) => client.terminate());

    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private welcome(client: WebSocket): void {
    this.clients.add(client);
    client.on('close', () => this.farewell(client));
    client.on('message', (data: Buffer) => void this.reply(client, JSON.parse(data.toString()) as Message));
  }

  private farewell(client: WebSocket): void {
    this.clients.delete(client);
    if (this.clients.size === 0) {
      this.partings?.deserted();
    }
  }

  private async answer(message: Message): Promise<unknown> {
    if (message.method === 'Tool.close') {
      await this.partings?.closing();
    }

    return answer(this.page, message);
  }

  private async reply(client: WebSocket, message: Message): Promise<void> {
    const reply = await this.answer(message).then(
      (result) => ({ id: message.id, result: result ?? {} }),
      (cause: unknown) => ({ id: message.id, error: { message: messageOf(cause) } }),
    );
    client.send(JSON.stringify(reply));
  }
}
