import * as navigation from '../app/navigation';
import { setBadge } from '../frame/tabBar';
import { ApiError } from '../phone/apiError';
import { pageConfig } from '../setup';
import { type Handler, text } from './call';

function scrollPage(top: unknown, selector: unknown): void {
  const { view } = navigation.topPage();
  if (typeof selector === 'string') {
    const element = view.scroller.querySelector(selector);
    const corner = view.scroller.getBoundingClientRect().top;
    if (!element) {
      throw new ApiError(`selector "${selector}" finds nothing`);
    }
    view.scrollTo(view.scroller.scrollTop + element.getBoundingClientRect().top - corner);
  } else {
    view.scrollTo(Number(top));
  }
}

/** A person can pull only a page that says so in its json. */
function pullDown(): void {
  const page = navigation.topPage();
  const { enablePullDownRefresh, pullRefresh } = pageConfig(page.path);
  if (!enablePullDownRefresh && !pullRefresh) {
    throw new ApiError(`${page.path} does not enable pull-down refresh`);
  }
  page.call('onPullDownRefresh');
}

/** What both platforms call alike. */
export const navigationHandlers: Record<string, Handler> = {
  navigateTo: ({ url }) => navigation.navigateTo(text(url)),
  redirectTo: ({ url }) => navigation.redirectTo(text(url)),
  reLaunch: ({ url }) => navigation.reLaunchTo(text(url)),
  switchTab: ({ url }) => navigation.switchTab(text(url)),
  navigateBack: ({ delta }) => navigation.navigateBack(Number(delta ?? 1)),
  pageScrollTo: ({ scrollTop, selector }) => scrollPage(scrollTop, selector),
  startPullDownRefresh: () => pullDown(),
  stopPullDownRefresh: () => undefined,
  showTabBar: () => navigation.setTabBarHidden(false),
  hideTabBar: () => navigation.setTabBarHidden(true),
  setTabBarBadge: ({ index, text: badge }) => setBadge(Number(index), text(badge)),
  removeTabBarBadge: ({ index }) => setBadge(Number(index), ''),
  showTabBarRedDot: ({ index }) => setBadge(Number(index), ' '),
  hideTabBarRedDot: ({ index }) => setBadge(Number(index), ''),
};
