import './browser';

import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';

import { Program } from '../../../admin/src/app/program';
import { FakeApi } from './fake/fakeApi';
import type { fakeAbilities } from './fake/fakePeople';
import { connect } from './fakeFetch';

// Pages are loaded when somebody goes there, and antd takes its time without a bundle.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
jest.setTimeout(60_000);

interface Options {
  /** Already signed in with this role; nobody without. */
  as?: keyof typeof fakeAbilities;
  api?: FakeApi;
}

/** Opens the admin site at a path, in front of a fake API of its own. */
export function openAdmin(path: string, { as, api = new FakeApi() }: Options = {}): FakeApi {
  cleanup();
  if (as) {
    api.house.signInAs(as);
  }
  connect(api);
  window.history.pushState(null, '', `/admin${path}`);
  render(<Program basename="/admin" />);

  return api;
}

/** Where the browser is, without the base. */
export function place(): string {
  return (window.location.pathname.slice('/admin'.length) || '/') + window.location.search;
}

export function type(label: string | RegExp, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Opens a select by its label and takes one of its options. */
export async function choose(label: string | RegExp, option: string): Promise<void> {
  // A form at the side may name a field like a filter of the list behind it: the form comes last.
  const box = screen.getAllByLabelText(label).at(-1);
  fireEvent.mouseDown(box ?? document.body);
  const list = await screen.findAllByText(option);
  const found = list.find((element) => element.closest('.ant-select-item-option'));
  if (!found) {
    throw new Error(`There is no option ${option}`);
  }
  fireEvent.click(found);
}

/** The rows of a table, without its heading. */
export function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('tbody tr.ant-table-row')];
}
