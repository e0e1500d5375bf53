import { callsOf } from './api/platform';
import { alipayNetworkWords } from './api/my/network';
import { weappNetworkWords } from './api/wx/network';
import { enter } from './app/entrance';
import { openPages } from './app/navigation';
import { callApp } from './app/registration';
import { byId } from './automator/elements';
import { answer } from './automator/methods';
import { setCodes } from './phone/codes';
import { device, setOffline } from './phone/device';
import { setEnterOptions, toEntrance } from './phone/launch';
import { tell } from './phone/listeners';
import { isAlipay, pagePaths } from './setup';
import type { EnterOptions, PhoneRemote } from '../types';

function describe(element: Element): string {
  return `<${element.localName.replace(/^wx-/, '')} class="${element.className}">`;
}

/** The element or something inside it lies on top at this point. */
function isOnTop(element: HTMLElement, x: number, y: number): boolean {
  const top = document.elementFromPoint(x, y);

  return top !== null && element.contains(top);
}

function middleOf(element: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) {
    throw new Error(`${describe(element)} has no size: nobody can tap it`);
  }

  return { x: left + width / 2, y: top + height / 2 };
}

function pointOf(id: string): { x: number; y: number } {
  const element = byId(id);
  let point = middleOf(element);
  if (!isOnTop(element, point.x, point.y)) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    point = middleOf(element);
  }
  if (!isOnTop(element, point.x, point.y)) {
    const cover = document.elementFromPoint(point.x, point.y);
    throw new Error(
      `${describe(element)} is covered by ${cover ? describe(cover) : 'nothing'}: nobody can tap it`,
    );
  }

  return point;
}

/**
 * Sends the app to the background and brings it back, as a scan or a look at another app does. With a path, the app opens
 * that page anew; without, it stays where it was.
 */
function show(options: EnterOptions): void {
  const page = openPages().at(-1);
  page?.call('onHide');
  callApp('onHide');
  tell('AppHide', {});
  const entrance = toEntrance(options, page?.path ?? pagePaths[0] ?? '');
  setEnterOptions(entrance);
  callApp('onShow', entrance);
  tell('AppShow', entrance);
  if (options.path === undefined) {
    page?.call('onShow');
  } else {
    enter(entrance);
  }
}

export const remote: PhoneRemote = {
  automator: answer,
  pointOf,
  show,
  setOffline: (isOffline) => setOffline(isOffline, isAlipay ? alipayNetworkWords : weappNetworkWords),
  setCodes,
  emit: tell,
  device: () => structuredClone(device),
  calls: callsOf,
};
