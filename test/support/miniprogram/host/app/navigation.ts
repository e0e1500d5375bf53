import { report } from '../errors';
import { setHiddenByApp, showTabBar } from '../frame/tabBar';
import { ApiError } from '../phone/apiError';
import { isTabPage, pagePaths } from '../setup';
import { OpenPage, type PageInstance } from './openPage';
import { define } from './registration';
import { parseAddress, type Place } from './routes';

const maxDepth = 10;

let stack: OpenPage[] = [];
/** Tab pages stay alive while another tab is shown. */
const tabPages = new Map<string, OpenPage>();

export const openPages = (): readonly OpenPage[] => stack;

export const getCurrentPages = (): PageInstance[] => stack.map((page) => page.instance);

export function topPage(): OpenPage {
  const page = stack.at(-1);
  if (!page) {
    throw new Error('No page is open');
  }

  return page;
}

/** Runs the page's code before anything closes, so that a page that cannot run leaves the others alone. */
function prepare(place: Place): Place {
  if (!pagePaths.includes(place.path)) {
    throw new ApiError(`page "${place.path}" is not found`, 10);
  }
  try {
    define(place.path);
  } catch (cause) {
    report(cause);
    throw cause;
  }

  return place;
}

const placeOf = (url: string): Place => prepare(parseAddress(url, stack.at(-1)?.path ?? ''));

function showTop(): void {
  const page = topPage();
  page.show(showTabBar(page.path), stack.length > 1);
}

/** Draws the bars anew, without telling the page that it is shown. */
export function setTabBarHidden(isHidden: boolean): void {
  setHiddenByApp(isHidden);
  const page = topPage();
  page.view.show(showTabBar(page.path), stack.length > 1);
}

function open(place: Place): OpenPage {
  const page = new OpenPage(place, () => navigateBack(1));
  if (isTabPage(place.path)) {
    tabPages.set(place.path, page);
  }

  return page;
}

/** onLoad comes after the page is in the stack, since it may look there. */
function push(place: Place): void {
  const page = open(place);
  stack.push(page);
  page.call('onLoad', place.query);
  showTop();
}

function closeAll(pages: OpenPage[]): void {
  for (const page of pages.reverse()) {
    tabPages.delete(page.path);
    page.close();
  }
}

export function navigateTo(url: string): void {
  const place = placeOf(url);
  if (isTabPage(place.path)) {
    throw new ApiError('can not navigateTo a tabbar page', 11);
  }
  if (stack.length >= maxDepth) {
    throw new ApiError(`webview count limit exceed ${maxDepth}`, 12);
  }
  stack.at(-1)?.hide();
  push(place);
}

export function redirectTo(url: string): void {
  const place = placeOf(url);
  if (isTabPage(place.path)) {
    throw new ApiError('can not redirectTo a tabbar page', 11);
  }
  closeAll(stack.splice(-1));
  push(place);
}

export function navigateBack(delta: number): void {
  if (stack.length <= 1) {
    throw new ApiError('cannot navigate back at first page', 12);
  }
  closeAll(stack.splice(Math.max(1, stack.length - delta)));
  showTop();
}

/** Closes everything, tabs too, and opens one page. */
export function reLaunch(place: Place): void {
  prepare(place);
  const others = [...tabPages.values()].filter((page) => !stack.includes(page));
  closeAll([...others, ...stack]);
  stack = [];
  push(place);
}

export function reLaunchTo(url: string): void {
  reLaunch(placeOf(url));
}

export function switchTab(url: string): void {
  const place = placeOf(url);
  if (!isTabPage(place.path)) {
    throw new ApiError('can not switch to no-tabBar page', 11);
  }
  closeAll(stack.filter((page) => !isTabPage(page.path)));
  const shown = stack.find((page) => isTabPage(page.path));
  const kept = tabPages.get(place.path);
  if (shown && shown !== kept) {
    shown.hide();
  }
  if (kept) {
    stack = [kept];
    showTop();
  } else {
    stack = [];
    push({ path: place.path, query: {} });
  }
}
