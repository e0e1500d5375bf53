import type { KeyObject } from 'node:crypto';

import type { Crew } from '../crew/crewFile';
import { nonceMaker, signedScan } from './deviceRequests';

/** Answers the next request to send: head and body, one character for each byte. */
export type Next = () => string;

/** What people carry; see `Wallet`. */
export interface Carried {
  personTokens(): string[];
  guardTokens(): string[];
  readerTokens(): string[];
  deviceKeys(): KeyObject[];
  personalCodes(): string[];
}

interface Maker {
  /** What every good answer holds. */
  expected: string;
  /** Makes whatever must be fresh; takes its time before anything is measured. */
  prepare(): Next;
}

/** A person goes to a few places only, so that nobody's presences grow with the length of a run. */
const placesPerPerson = 4;

function head(method: string, path: string, token: string, length: number): string {
  const body = length > 0 ? `Content-Type: application/json\r\nContent-Length: ${length}\r\n` : '';

  return (
    `${method} /api/v1${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: anxing-bench\r\nAccept: */*\r\n` +
    `Authorization: Bearer ${token}\r\n${body}\r\n`
  );
}

const idLength = 36;

/** UUIDv7 made cheaply: the millisecond, then a count behind a random start. */
export function idMaker(now: () => number, start: number): () => string {
  let count = start;

  return () => {
    const time = Math.floor(now()).toString(16).padStart(12, '0');
    count = (count + 1) % 0x1000000000000;

    return `${time.slice(0, 8)}-${time.slice(8)}-7a5c-8b3d-${count.toString(16).padStart(12, '0')}`;
  };
}

/** Counts round: everybody's turn comes once in a round, and the next round begins where the last one ended. */
function turns(count: number): () => { at: number; round: number } {
  let turn = -1;

  return () => {
    turn += 1;

    return { at: turn % count, round: Math.floor(turn / count) };
  };
}

function placeOf(person: number, round: number, points: number): number {
  return (person * 7 + (round % placesPerPerson) * 97) % points;
}

function showCode(crew: Crew, wallet: Carried): Maker {
  const turn = turns(crew.persons.length);

  return {
    expected: '"qr":"AX1:',
    prepare() {
      const requests = wallet.personTokens().map((token) => head('GET', '/me/code', token, 0));

      return () => requests[turn().at] ?? '';
    },
  };
}

function checkIn(crew: Crew, wallet: Carried, newId: () => string): Maker {
  const turn = turns(crew.persons.length);
  const tails = crew.points.map(({ poster }) => `","poster":"${poster}"}`);
  const length = '{"id":"'.length + idLength + (tails[0]?.length ?? 0);

  return {
    expected: '"decision":"allow"',
    prepare() {
      const heads = wallet.personTokens().map((token) => `${head('POST', '/visits', token, length)}{"id":"`);

      return () => {
        const { at, round } = turn();

        return `${heads[at]}${newId()}${tails[placeOf(at, round, tails.length)]}`;
      };
    },
  };
}

/** Those who check at each point take turns. */
function checkersByPoint(crew: Crew, checkers: readonly { point: number }[]): (() => number)[] {
  const standing = crew.points.map((_, point) =>
    checkers.flatMap((one, at) => (one.point === point ? [at] : [])),
  );

  return standing.map((ofPoint) => {
    const turn = turns(ofPoint.length);

    return () => ofPoint[turn().at] ?? 0;
  });
}

function doorCheck(crew: Crew, wallet: Carried, newId: () => string): Maker {
  const turn = turns(crew.persons.length);
  const nextGuard = checkersByPoint(crew, crew.guards);
  const tails = crew.points.map(({ id }) => `","pointId":"${id}","temperature":36.5,"mask":true}`);

  return {
    expected: '"decision":"allow"',
    prepare() {
      const objects = wallet.personalCodes().map((code) => `","object":"${code}`);
      const length = '{"id":"'.length + idLength + (objects[0]?.length ?? 0) + (tails[0]?.length ?? 0);
      const heads = wallet.guardTokens().map((token) => `${head('POST', '/scans', token, length)}{"id":"`);

      return () => {
        const { at, round } = turn();
        // Not where the person has just checked in: that would open and count nothing.
        const point = placeOf(at, round + placesPerPerson / 2, tails.length);

        return `${heads[nextGuard[point]?.() ?? 0]}${newId()}${objects[at]}${tails[point]}`;
      };
    },
  };
}

/** The same by devices, each signing what it sends. */
function deviceCheck(crew: Crew, wallet: Carried, newId: () => string): Maker {
  const turn = turns(crew.persons.length);
  const nextDevice = checkersByPoint(crew, crew.devices);
  const newNonce = nonceMaker();

  return {
    expected: '"decision":"allow"',
    prepare() {
      let objects = wallet.personalCodes();
      let renewedIn = 0;
      const keys = wallet.deviceKeys();
      const devices = crew.devices.map(({ id }, at) => ({ id, privateKey: keys[at] as KeyObject }));

      return () => {
        const { at, round } = turn();
        // A gate opens once for a code: who comes back to a place shows another one.
        if (round - renewedIn >= placesPerPerson) {
          objects = wallet.personalCodes();
          renewedIn = round;
        }
        const point = placeOf(at, round + placesPerPerson / 2, crew.points.length);
        const device = devices[nextDevice[point]?.() ?? 0];
        const body = `{"id":"${newId()}","object":"${objects[at]}","temperature":36.5,"mask":true}`;

        return device ? signedScan(device, body, newNonce()) : '';
      };
    },
  };
}

/** What an export asks for again and again: the largest page of a unit's passages. */
function readList(wallet: Carried): Maker {
  return {
    expected: '"items":[',
    prepare() {
      const requests = wallet
        .readerTokens()
        .map((token) => head('GET', '/unit/passages?limit=100', token, 0));
      const turn = turns(requests.length);

      return () => requests[turn().at] ?? '';
    },
  };
}

const bareGet = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const bareBody = '{"id":"00000000-0000-7000-8000-000000000000","poster":"0000000000000000000000000000000"}';
const barePost =
  'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
  `Content-Length: ${bareBody.length}\r\n\r\n${bareBody}`;

export type LoadName = 'get' | 'post' | 'showCode' | 'checkIn' | 'door' | 'deviceDoor' | 'list';

/** Everything the generator can send. */
export function makers(crew: Crew, wallet: Carried): Record<LoadName, Maker> {
  const newId = idMaker(Date.now, Math.floor(Math.random() * 0x1000000000000));

  return {
    get: { expected: 'ok', prepare: () => () => bareGet },
    post: { expected: 'ok', prepare: () => () => barePost },
    showCode: showCode(crew, wallet),
    checkIn: checkIn(crew, wallet, newId),
    door: doorCheck(crew, wallet, newId),
    deviceDoor: deviceCheck(crew, wallet, newId),
    list: readList(wallet),
  };
}
