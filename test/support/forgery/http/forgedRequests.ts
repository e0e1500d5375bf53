import { deviceSkewMs, newNonce } from '../../../../api/src/codes/deviceSignature';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';
import { repainted } from '../texts';
import { deviceOf, guardOf, holderOf, newScanId, type Attack } from './doorWorld';
import { forgedObjects } from './forgedObjects';
import { latePath, sentByGuard, signedByDevice, type Sent, type Signing } from './send';

/** A request over HTTP that must let nobody in. */
export interface ForgedRequest {
  name: string;
  refusals: readonly string[];
  make(attack: Attack, draw: number): Sent;
  /** What was made is genuine and taken: this is what must let nobody in, after it. */
  after?(attack: Attack, draw: number, taken: Sent): Sent;
}

/** Somebody's code of a moment. @param at ms */
function codeAt(attack: Attack, draw: number, at: number, colour = 1): string {
  const { reference } = holderOf(attack, draw);

  return issuePersonalCode(attack.codeKeys.current, { reference, colour, now: at });
}

/** A genuine check of a genuine code: what is wrong is how it is signed. */
function genuineScan(attack: Attack, draw: number) {
  const now = attack.now();

  return { id: newScanId(now), object: codeAt(attack, draw, now), mask: true };
}

type Wrong = (attack: Attack, draw: number) => Partial<Signing>;

function wronglySigned(name: string, refusal: string, wrong: Wrong): ForgedRequest {
  const make = (attack: Attack, draw: number) =>
    signedByDevice(deviceOf(attack, draw), genuineScan(attack, draw), {
      time: attack.now(),
      ...wrong(attack, draw),
    });

  return { name: `request: ${name}`, refusals: [refusal], make };
}

/** A minute is room for how long a request takes. */
const minute = 60_000;
const offBy = (draw: number) => deviceSkewMs + minute + (draw % 3_600) * 1_000;

/** The same code before the same gate, as a check of its own. */
function photographed(attack: Attack, draw: number, { body }: Sent): Sent {
  const scan = { ...(JSON.parse(body) as object), id: newScanId(attack.now()) };

  return signedByDevice(deviceOf(attack, draw), scan, { time: attack.now() });
}

const signedRequests: ForgedRequest[] = [
  wronglySigned('another body', 'signature_refused', () => ({ signedBody: '{}' })),
  wronglySigned('another path', 'signature_refused', () => ({ signedPath: latePath })),
  wronglySigned('another nonce', 'signature_refused', () => ({ sentNonce: newNonce() })),
  wronglySigned('signed by a stranger', 'signature_refused', ({ stranger: { privateKey } }) => ({
    privateKey,
  })),
  wronglySigned("signed with another device's key", 'signature_refused', (attack, draw) => ({
    privateKey: deviceOf(attack, draw + 1).privateKey,
  })),
  wronglySigned('old', 'signature_skewed', ({ now }, draw) => ({ time: now() - offBy(draw) })),
  wronglySigned('of the future', 'signature_skewed', ({ now }, draw) => ({ time: now() + offBy(draw) })),
  { ...wronglySigned('sent twice', 'signature_replayed', () => ({})), after: (_, __, taken) => taken },
  {
    ...wronglySigned('of whoever comes behind with a photo', 'code_used', () => ({})),
    after: photographed,
  },
  {
    name: 'request: not signed',
    refusals: ['signature_missing'],
    make: (attack, draw) => {
      const { path, body } = signedByDevice(deviceOf(attack, draw), genuineScan(attack, draw), {
        time: attack.now(),
      });

      return { path, body, headers: {} };
    },
  },
  {
    name: 'request: of a disabled device',
    refusals: ['device_disabled'],
    make: (attack, draw) =>
      signedByDevice(attack.disabled, genuineScan(attack, draw), { time: attack.now() }),
  },
];

/** A passage that is told late, of so many ms ago. */
function latePassage(
  name: string,
  refusal: string,
  ago: number,
  objectOf: (attack: Attack, draw: number, at: number) => string,
): ForgedRequest {
  const make = (attack: Attack, draw: number) => {
    const at = attack.now() - ago;
    const item = { id: newScanId(at), object: objectOf(attack, draw, at), decision: 'allow', mask: true };

    return signedByDevice(deviceOf(attack, draw), { items: [item] }, { time: attack.now(), path: latePath });
  };

  return { name: `late passage: ${name}`, refusals: [refusal], make };
}

const latePassages: ForgedRequest[] = [
  latePassage('the code was over then', 'code_expired', minute, (attack, draw, at) =>
    codeAt(attack, draw, at - 2 * minute),
  ),
  latePassage('the code was not there yet', 'code_not_yet_valid', 10 * minute, (attack, draw, at) =>
    codeAt(attack, draw, at + 2 * minute),
  ),
  latePassage('orange painted green', 'code_forged', minute, (attack, draw, at) =>
    repainted(codeAt(attack, draw, at, 2), 1),
  ),
  latePassage("another province's key", 'code_forged', minute, (attack, draw, at) =>
    issuePersonalCode(attack.foreign.code, {
      reference: holderOf(attack, draw).reference,
      colour: 1,
      now: at,
    }),
  ),
  latePassage('a number', 'late_needs_network', minute, (attack, draw) => holderOf(attack, draw).number),
  latePassage('four days ago', 'id_out_of_time', 96 * 60 * minute, codeAt),
];

const scanned: ForgedRequest[] = forgedObjects.flatMap(({ name, refusals, text }) => {
  const scan = (attack: Attack, draw: number) => ({
    id: newScanId(attack.now()),
    object: text(attack, draw),
    mask: true,
  });

  return [
    {
      name: `${name}, by staff`,
      refusals,
      make: (attack: Attack, draw: number) => sentByGuard(guardOf(attack, draw), scan(attack, draw)),
    },
    {
      name: `${name}, by a device`,
      refusals,
      make: (attack: Attack, draw: number) =>
        signedByDevice(deviceOf(attack, draw), scan(attack, draw), { time: attack.now() }),
    },
  ];
});

/** A guard's check with a token that nobody gave him. */
const noSession: ForgedRequest = {
  name: 'session: the token changed',
  refusals: ['not_signed_in'],
  make: (attack, draw) => {
    const guard = guardOf(attack, draw);
    const last = guard.authorization.at(-10);
    const authorization = `${guard.authorization.slice(0, -10)}${last === 'A' ? 'B' : 'A'}${guard.authorization.slice(-9)}`;

    return sentByGuard({ ...guard, authorization }, genuineScan(attack, draw));
  },
};

export const httpForgeries: readonly ForgedRequest[] = [
  ...scanned,
  ...signedRequests,
  ...latePassages,
  noSession,
];
