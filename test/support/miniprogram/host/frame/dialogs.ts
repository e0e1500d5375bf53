import { make, makeButton } from './dom';
import { openOverlay } from './overlay';

export interface ModalTexts {
  title: string;
  content: string;
  confirm: string;
  /** Left out: the person can only confirm. */
  cancel?: string;
  /** A line to write on, with its hint. */
  inputHint?: string;
}

export interface ModalAnswer {
  isConfirmed: boolean;
  text: string;
}

/** What waits for an answer, so that a test can give it without a finger; the newest is last. */
const waiting: { confirm(): void; cancel(): void }[] = [];

function ask(build: (answer: (isConfirmed: boolean) => void) => HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isConfirmed: boolean) => {
      waiting.splice(waiting.indexOf(entry), 1);
      close();
      resolve(isConfirmed);
    };
    const entry = { confirm: () => answer(true), cancel: () => answer(false) };
    waiting.push(entry);
    const close = openOverlay(build(answer));
  });
}

/** A dialog with one or two buttons. It stays until one is pressed. */
export async function openModal(texts: ModalTexts): Promise<ModalAnswer> {
  const field = document.createElement('input');
  field.placeholder = texts.inputHint ?? '';
  const isConfirmed = await ask((answer) => {
    const dialog = make('bench-modal');
    dialog.setAttribute('role', 'alertdialog');
    const buttons = make('bench-modal-buttons');
    if (texts.cancel !== undefined) {
      buttons.append(makeButton('bench-modal-cancel', texts.cancel, () => answer(false)));
    }
    buttons.append(makeButton('bench-modal-confirm', texts.confirm, () => answer(true)));
    const input = texts.inputHint === undefined ? [] : [field];
    dialog.append(
      make('bench-modal-title', texts.title),
      make('bench-modal-content', texts.content),
      ...input,
      buttons,
    );

    return dialog;
  });

  return { isConfirmed, text: field.value };
}

/** Entries from below; the index of the chosen one, or undefined when the person backs out. */
export async function openActionSheet(entries: string[], cancel: string): Promise<number | undefined> {
  let chosen: number | undefined;
  const isConfirmed = await ask((answer) => {
    const sheet = make('bench-actions');
    const choose = (index: number) => {
      chosen = index;
      answer(true);
    };
    sheet.append(...entries.map((entry, index) => makeButton('bench-action', entry, () => choose(index))));
    sheet.append(makeButton('bench-action bench-action-cancel', cancel, () => answer(false)));

    return sheet;
  });

  return isConfirmed ? (chosen ?? 0) : undefined;
}

/**
 * Answers the newest dialog for the person.
 * @throws when none is open
 */
export function answerDialog(isConfirmed: boolean): void {
  const newest = waiting.at(-1);
  if (!newest) {
    throw new Error('No dialog is open');
  }
  if (isConfirmed) {
    newest.confirm();
  } else {
    newest.cancel();
  }
}
