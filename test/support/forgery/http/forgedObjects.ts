import { randomBytes } from 'node:crypto';

import { formBytes } from '@anxing/contract/offline/codeForms';
import { showPass } from '@anxing/contract/offline/passChain';

import { newNumber } from '../../../../api/src/codes/number12';
import { sha256 } from '../../../../api/src/codes/outagePass';
import { issueCard } from '../../../../api/src/codes/paperCard';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';
import { madeUp, passSignedBy, places, withBitsChanged, withStepOf } from '../texts';
import { holderOf, passOf, type Attack } from './doorWorld';

/** A text that is held before a camera and must lead to nobody. */
export interface ForgedObject {
  name: string;
  /** The errors by which it may be refused: for another one the request itself was wrong. */
  refusals: readonly string[];
  text(attack: Attack, draw: number): string;
}

const unreadable = ['code_unreadable', 'code_unknown_key'];
const dated = ['code_expired', 'code_not_yet_valid'];
const forged = [...unreadable, ...dated, 'code_forged'];
const noCard = ['card_forged', ...unreadable];

/** What the server itself goes by: head, sealed block and second; the signature is for verifiers without network. */
const trusted = Array.from({ length: 22 }, (_, at) => at).filter((at) => at !== places.colour);

/** A code of somebody real. @param ago ms */
function codeOf(attack: Attack, draw: number, ago: number): string {
  const { reference } = holderOf(attack, draw);

  return issuePersonalCode(attack.codeKeys.current, { reference, colour: 1, now: attack.now() - ago });
}

function presentPass(attack: Attack, draw: number): string {
  return showPass(sha256, passOf(attack, draw), attack.now()) ?? '';
}

/** A picture of at least a minute ago. */
function oldPicture(attack: Attack, draw: number): string {
  const ago = 60_000 + (draw % 3_600) * 1_000;

  return showPass(sha256, passOf(attack, draw), attack.now() - ago) ?? '';
}

const daySeconds = 86_400;
const age = (draw: number) => 71_000 + (draw % daySeconds) * 1_000;

const codes: ForgedObject[] = [
  {
    name: 'code: bits changed',
    refusals: forged,
    text: (attack, draw) => withBitsChanged('code', codeOf(attack, draw, 0), draw, trusted),
  },
  {
    name: 'code: made up',
    refusals: forged,
    text: ({ codeKeys }) => madeUp('code', formBytes.code, codeKeys.current.id),
  },
  {
    name: "code: another province's key",
    refusals: ['code_forged'],
    text: (attack, draw) => {
      const { reference } = holderOf(attack, draw);

      return issuePersonalCode(attack.foreign.code, { reference, colour: 1, now: attack.now() });
    },
  },
  { name: 'code: expired', refusals: dated, text: (attack, draw) => codeOf(attack, draw, age(draw)) },
  { name: 'code: of the future', refusals: dated, text: (attack, draw) => codeOf(attack, draw, -age(draw)) },
  {
    name: 'code: shown again after its minute',
    refusals: ['code_expired'],
    text: ({ shownBefore }, draw) => shownBefore[draw % shownBefore.length] ?? '',
  },
  {
    name: 'code: of nobody',
    refusals: ['code_refused'],
    text: ({ codeKeys, now }) =>
      issuePersonalCode(codeKeys.current, { reference: randomBytes(8), colour: 1, now: now() }),
  },
];

const passes: ForgedObject[] = [
  {
    name: 'pass: bits changed',
    refusals: forged,
    text: (attack, draw) => withBitsChanged('pass', presentPass(attack, draw), draw),
  },
  {
    name: 'pass: made up',
    refusals: forged,
    text: ({ codeKeys }) => madeUp('pass', formBytes.pass, codeKeys.current.id),
  },
  {
    name: "pass: another province's key",
    refusals: ['code_forged'],
    text: (attack, draw) => {
      const { reference } = holderOf(attack, draw);

      return passSignedBy(attack.foreign.code, { reference, now: attack.now(), step: draw % 40 });
    },
  },
  { name: 'pass: a picture', refusals: ['code_expired'], text: oldPicture },
  {
    name: 'pass: a picture with another step',
    refusals: ['code_forged'],
    text: (attack, draw) => withStepOf(oldPicture(attack, draw), presentPass(attack, draw)),
  },
];

const cards: ForgedObject[] = [
  {
    name: 'card: bits changed',
    refusals: noCard,
    text: (attack, draw) => withBitsChanged('card', holderOf(attack, draw).card, draw),
  },
  {
    name: 'card: made up',
    refusals: noCard,
    text: ({ posterKeys }) => madeUp('card', formBytes.card, posterKeys.current.id),
  },
  {
    name: "card: another province's key",
    refusals: ['card_forged'],
    text: ({ foreign }) => issueCard(foreign.poster, randomBytes(8)),
  },
  {
    name: 'card: of nobody',
    refusals: ['card_revoked'],
    text: ({ posterKeys }) => issueCard(posterKeys.current, randomBytes(8)),
  },
];

/** Another digit in the last place. */
function misread(number: string): string {
  return number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
}

/** One character of a national code is another one. */
function altered(national: string, draw: number): string {
  const at = draw % national.length;
  const other = national[at] === 'Q' ? 'R' : 'Q';

  return national.slice(0, at) + other + national.slice(at + 1);
}

/** What can be guessed: each costs one of the few tries that its guard or device has. */
const guesses: ForgedObject[] = [
  { name: 'number: guessed', refusals: ['number_refused'], text: () => newNumber() },
  {
    name: 'number: one digit changed',
    refusals: ['number_mistyped'],
    text: (attack, draw) => misread(holderOf(attack, draw).number),
  },
  {
    name: 'national code: made up',
    refusals: ['object_unknown'],
    text: () => `GJM${randomBytes(24).toString('hex')}`,
  },
  {
    name: 'national code: one character changed',
    refusals: ['object_unknown'],
    text: (attack, draw) => altered(holderOf(attack, draw).national, draw),
  },
  {
    name: "national code: in another system's form",
    refusals: ['object_unknown'],
    text: (_, draw) => `GK:green:420000:resident:35010219900307${String(draw % 10_000).padStart(4, '0')}`,
  },
];

export const forgedObjects: readonly ForgedObject[] = [...codes, ...passes, ...cards, ...guesses];
