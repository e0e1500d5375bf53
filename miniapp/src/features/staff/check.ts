import { tellScanned, type Scanned } from '@anxing/contract/scanned';
import type { ScanAnswer, ScanRequest } from '@anxing/contract/scans';

import { asApiError, noAnswerError, sentenceOf, type ApiError } from '../../lib/apiError';
import { newId } from '../../lib/ids';
import { desk, dutyOverOf, leaveDesk, type Desk } from '../../lib/staff/desk';
import { sendLate } from '../../lib/staff/sendLate';
import { staffRequest, staffSession } from '../../lib/staff/session';
import { giveSignal } from '../../platform/signal';
import { beginTurn, checkedOf, checking, showInTurn, type Checked, type Checking } from './checking';
import { checkOffline } from './checkOffline';
import { currentDirection } from './direction';
import { restoreClock } from './doorLists';
import { toldByLooks } from './refusal';
import { noteScan } from './today';

const sounds = '/packages/staff/sounds';

/** ms after which a code is verified on the phone: longer nobody waits in a queue. */
const patience = 2_000;
/** ms for what only the server knows. */
const longPatience = 8_000;

function isVerifiable({ kind }: Scanned): boolean {
  return kind === 'code' || kind === 'pass';
}

/** Renewing the session counts too: the person in front waits for both. */
function within<T>(answer: Promise<T>, time: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(noAnswerError(true)), time);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** No answer, or one that says nothing about the person. */
function isUnanswered(error: ApiError): boolean {
  return error.isOffline || error.code === 'unavailable' || error.code === 'internal';
}

async function ask(body: ScanRequest, time: number): Promise<Checking> {
  const answer = await within(staffRequest<ScanAnswer>('POST', 'scans', body, { timeout: time }), time);

  return { state: 'done', checked: checkedOf(answer) };
}

/** Who is not on duty any more has to sign on before he checks anybody. */
function refusedBy(error: ApiError): Checking {
  const over = dutyOverOf(error);
  if (over) {
    leaveDesk(over);
  }

  return {
    state: 'refused',
    message: sentenceOf(error),
    isSessionOver: !staffSession.isSignedIn(),
    isOffDuty: over !== undefined,
  };
}

/** Only of an identity card: why it was read of somebody who is not old. */
type CardReason = Pick<ScanRequest, 'idCardReason'>;

async function checkAt(standing: Desk, scanned: Scanned, card: CardReason): Promise<Checking> {
  // The id tells when it was.
  restoreClock();
  const id = await newId();
  const direction = currentDirection();
  const object = scanned.text;
  try {
    const body: ScanRequest = { id, object, pointId: standing.point.id, direction, ...card };

    return await ask(body, isVerifiable(scanned) ? patience : longPatience);
  } catch (cause) {
    const error = asApiError(cause);
    if (isUnanswered(error)) {
      return checkOffline({ id, object, direction, hasNetwork: error.code !== 'offline' }, standing);
    }

    return refusedBy(error);
  }
}

function noteChecked({ id, at, person, colour, decision, direction }: Checked): void {
  noteScan({ id, at, name: person?.name ?? null, colour, decision, direction });
}

/** Says by sound and vibration what a check came to, or what feedback changed. */
function announce(result: Checking): void {
  if (result.state === 'done') {
    giveSignal(result.checked.decision, sounds);
  } else if (result.state === 'refused') {
    giveSignal('refused', sounds);
  }
}

/**
 * Notes what a check came to, and tells it while its person is the one at the door.
 * @param turn of that person
 * @returns whether it was told
 */
export function tellResult(turn: number, result: Checking): boolean {
  if (result.state === 'done') {
    noteChecked(result.checked);
  }
  const isShown = showInTurn(turn, result);
  if (isShown) {
    announce(result);
  }

  return isShown;
}

async function resultOf(standing: Desk, text: string, card: CardReason): Promise<Checking> {
  const scanned = tellScanned(text);
  const message = toldByLooks(scanned.kind);
  if (message) {
    return { state: 'refused', message, isSessionOver: false };
  }
  try {
    return await checkAt(standing, scanned, card);
  } catch (cause) {
    return { state: 'refused', message: asApiError(cause).message, isSessionOver: false };
  }
}

/**
 * Checks the person in front of the guard by what was scanned or typed, also while the one before has no answer yet. The
 * same once more meanwhile is the same person.
 */
export async function checkPerson(text: string, card: CardReason = {}): Promise<void> {
  const standing = desk.get();
  const current = checking.get();
  const asked = `${currentDirection()} ${text}`;
  if (!standing || (current.state === 'busy' && current.asked === asked)) {
    return;
  }
  const turn = beginTurn(asked);
  tellResult(turn, await resultOf(standing, text, card));
  void sendLate();
}
