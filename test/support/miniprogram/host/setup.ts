import type { ConfigJson, PackedApp, TabItem } from '../types';

export const setup = window.phoneSetup;
export const app: PackedApp = setup.app;
export const isAlipay = app.platform === 'alipay';

const appJson: ConfigJson = app.json.app ?? {};

export const usesPrivacyCheck = !isAlipay && Boolean(appJson.__usePrivacyCheck__);
export const tabBar = appJson.tabBar;
export const tabItems: TabItem[] = tabBar?.list ?? tabBar?.items ?? [];

const subPages = (appJson.subPackages ?? []).flatMap(({ root, pages }) =>
  pages.map((page) => `${root}/${page}`),
);

/** Paths of all pages, the subpackages' after the main package's. */
export const pagePaths = [...(appJson.pages ?? []), ...subPages];

/** A page's own json over the app's `window`. */
export function pageConfig(path: string): ConfigJson {
  return { ...appJson.window, ...app.json[path] };
}

export function isTabPage(path: string): boolean {
  return tabItems.some((item) => item.pagePath === path);
}
