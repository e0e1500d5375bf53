import { make, makeButton } from './dom';
import { openOverlay } from './overlay';

/** Entries to choose one of, or a day or an hour to type. */
export type Column =
  | { entries: string[]; chosen: number }
  | { input: 'date' | 'time' | 'month'; value: string; min: string; max: string };

interface Answers {
  /** One text per column: the index of an entry, or what was typed. */
  confirm(chosen: string[]): void;
  cancel(): void;
}

function buildList(entries: string[], chosen: number): { element: HTMLElement; read: () => string } {
  const element = make('bench-list');
  let index = chosen;
  const mark = () =>
    [...element.children].forEach((child, at) => child.setAttribute('aria-selected', `${at === index}`));
  entries.forEach((entry, at) => {
    element.append(
      makeButton('bench-entry', entry, () => {
        index = at;
        mark();
      }),
    );
  });
  mark();

  return { element, read: () => String(index) };
}

function buildColumn(column: Column): { element: HTMLElement; read: () => string } {
  if ('entries' in column) {
    return buildList(column.entries, column.chosen);
  }
  const element = document.createElement('input');
  element.className = 'bench-calendar';
  element.type = column.input;
  element.value = column.value;
  element.min = column.min;
  element.max = column.max;

  return { element, read: () => element.value };
}

/** The sheet that a `<picker>` opens from below. */
export function openSheet(title: string, columns: Column[], answers: Answers): void {
  const built = columns.map(buildColumn);
  const sheet = make('bench-sheet');
  const close = openOverlay(sheet);
  const cancel = makeButton('bench-sheet-cancel', '取消', () => {
    close();
    answers.cancel();
  });
  const confirm = makeButton('bench-sheet-confirm', '确定', () => {
    close();
    answers.confirm(built.map(({ read }) => read()));
  });
  const bar = make('bench-sheet-bar');
  bar.append(cancel, make('bench-sheet-title', title), confirm);
  const body = make('bench-sheet-body');
  body.append(...built.map(({ element }) => element));
  sheet.append(bar, body);
}
