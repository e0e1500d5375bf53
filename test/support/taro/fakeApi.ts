import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { errorTexts, type ErrorCode } from '@anxing/contract/errors';
import type { Me } from '@anxing/contract/me';
import type { VisitRequest } from '@anxing/contract/visits';

import {
  fakeAccesses,
  fakeCode,
  fakeConfig,
  fakeMe,
  fakeMessages,
  fakePlace,
  fakeTrail,
  posterToken,
} from './fakeData';
import { serveFile } from './serveFile';

/** What the fake API knows; tests change it while it runs. */
export interface FakeWorld {
  me: Me;
  isSignedIn: boolean;
  colour: string;
  isInside: boolean;
  /** Every visit that was posted, repeats included. */
  visits: VisitRequest[];
  /** ms added to the server's clock. */
  clockOffset: number;
  /** Cuts every connection. */
  isDown: boolean;
}

export interface FakeApi {
  url: string;
  world: FakeWorld;
  close(): Promise<void>;
}

interface Call {
  world: FakeWorld;
  body: Record<string, unknown>;
  rest: string;
  now: number;
}

class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

function signIn({ world }: Call) {
  world.isSignedIn = true;

  return {
    accessToken: 'access',
    refreshToken: 'refresh',
    expiresIn: 600,
    mustChangePassword: false,
    kind: 'resident',
  };
}

function change(world: FakeWorld, parts: Partial<Me>): Me {
  world.me = { ...world.me, ...parts };

  return world.me;
}

function visit({ world, body, now }: Call) {
  const request = body as unknown as VisitRequest;
  world.visits.push(request);
  if (request.poster !== undefined && request.poster !== posterToken) {
    throw new Refusal('poster_refused');
  }
  world.isInside = request.direction !== 'out';
  const decisions: Record<string, string> = { green: 'allow', orange: 'stop', unknown: 'ask' };

  return {
    place: fakePlace(null, false, now).place,
    colour: world.colour,
    decision: decisions[world.colour],
    why: world.colour === 'orange' ? '健康码核验不通过，请配合工作人员' : null,
    direction: request.direction ?? 'in',
    at: now,
    name: world.me.name,
    passages: [],
  };
}

function place({ world, rest, now }: Call) {
  if (rest !== posterToken) {
    throw new Refusal('poster_refused');
  }

  return fakePlace(world.isSignedIn && world.me.hasCode ? world.colour : null, world.isInside, now);
}

const smsCode = '123456';

function proven(call: Call): Call {
  if (call.body.grant === 'sms' && call.body.code !== smsCode) {
    throw new Refusal('sms_code_wrong');
  }

  return call;
}

type Answer = (call: Call) => unknown;

const open: Record<string, Answer> = {
  'GET config': ({ now }) => fakeConfig(now),
  'POST sms-codes': () => ({ expiresIn: 300, resendAfter: 60 }),
  'POST sessions': (call) => signIn(proven(call)),
  'POST sessions/refresh': signIn,
  'GET posters/': place,
};

const own: Record<string, Answer> = {
  'DELETE sessions/current': ({ world }) => {
    world.isSignedIn = false;
  },
  'GET me': ({ world }) => world.me,
  'POST me/consents': ({ world }) => change(world, { consents: fakeMe().consents }),
  'PUT me/phone': (call) => change(proven(call).world, { level: 1, phone: '138****0001' }),
  'PUT me/identity': ({ world }) => change(world, { level: 3, name: '*文', idNumber: '35*****034' }),
  'POST me/identity/face-tickets': () => ({ ticket: 'ticket', url: null, demo: true }),
  'PUT me/identity/face': ({ world }) => change(world, { level: 4 }),
  'POST me/code': ({ world, now }) => {
    change(world, { hasCode: true });

    return fakeCode(world.colour, now);
  },
  'GET me/code': ({ world, now }) => fakeCode(world.colour, now),
  'POST visits': visit,
  'GET me/passages': ({ world, now }) => ({
    items: fakeTrail(now).map((item) => ({ ...item, open: item.open && world.isInside })),
    next: null,
  }),
  'GET me/accesses': ({ now }) => ({ items: fakeAccesses(now), next: null }),
  'GET me/messages': ({ now }) => ({ items: fakeMessages(now), next: null }),
  'POST me/messages/': () => ({}),
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }

  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
  response.writeHead(status, headers);
  response.end(body === undefined ? '{}' : JSON.stringify(body));
}

function sendError(response: ServerResponse, code: ErrorCode): void {
  const [status, message, messageEn] = errorTexts[code];
  send(response, status, { error: { code, message, messageEn, requestId: 'test' } });
}

function answerFor(route: string): { answer: Answer; isOpen: boolean; rest: string } | undefined {
  for (const [table, isOpen] of [
    [open, true],
    [own, false],
  ] as const) {
    const key = Object.keys(table).find(
      (each) => each === route || (each.endsWith('/') && route.startsWith(each)),
    );
    const answer = key === undefined ? undefined : table[key];
    if (answer && key !== undefined) {
      return { answer, isOpen, rest: route.slice(key.length) };
    }
  }

  return undefined;
}

async function answerApi(
  world: FakeWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0]?.replace('/api/v1/', '') ?? '';
  const found = answerFor(`${request.method} ${path}`);
  if (!found) {
    return sendError(response, 'not_found');
  }
  if (!found.isOpen && !world.isSignedIn) {
    return sendError(response, 'not_signed_in');
  }
  const call = { world, body: await bodyOf(request), rest: found.rest, now: Date.now() + world.clockOffset };
  try {
    send(response, 200, found.answer(call));
  } catch (cause) {
    sendError(response, cause instanceof Refusal ? cause.code : 'internal');
  }
}

/**
 * A small server with the shapes of the contract and none of its rules, for looking at the screens.
 * @param distFolder a built H5 output to serve below `/m/`
 */
export async function startFakeApi(distFolder?: string): Promise<FakeApi> {
  const world: FakeWorld = {
    me: fakeMe({ level: 0, phone: null, name: null, idNumber: null, hasCode: false, consents: [] }),
    isSignedIn: false,
    colour: 'green',
    isInside: false,
    visits: [],
    clockOffset: 0,
    isDown: false,
  };
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (world.isDown) {
      request.socket.destroy();
    } else if (url.startsWith('/api/v1/')) {
      void answerApi(world, request, response);
    } else {
      void serveFile(distFolder, url, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    world,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
