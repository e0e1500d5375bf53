import type { TabItem } from '../../types';
import { fileAddress } from '../phone/files';
import { tabBar, tabItems } from '../setup';
import { make, makeButton } from './dom';

const bar = make('bench-tab-bar');
let isHiddenByApp = false;

function icon(source: string | undefined): HTMLElement[] {
  if (!source) {
    return [];
  }
  const image = document.createElement('img');
  image.src = fileAddress(source);

  return [image];
}

function makeTab(item: TabItem, press: () => void): HTMLElement {
  const tab = makeButton('bench-tab', '', press);
  tab.dataset.path = item.pagePath;
  tab.append(
    make('bench-tab-icon'),
    make('bench-tab-text', item.text ?? item.name ?? ''),
    make('bench-tab-badge'),
  );

  return tab;
}

/** The bar at the bottom, when app.json has one. */
export function buildTabBar(press: (path: string, index: number) => void): void {
  bar.style.background = tabBar?.backgroundColor ?? '#ffffff';
  bar.append(...tabItems.map((item, index) => makeTab(item, () => press(item.pagePath, index))));
  document.body.append(bar);
  bar.hidden = true;
}

/** Shows the bar for a tab page, and marks that tab; hides it for any other page. */
export function showTabBar(path: string): boolean {
  const isTab = tabItems.some((item) => item.pagePath === path);
  bar.hidden = !isTab || isHiddenByApp;
  tabItems.forEach((item, index) => {
    const isSelected = item.pagePath === path;
    const tab = bar.children[index] as HTMLElement;
    const plain = tabBar?.color ?? tabBar?.textColor ?? '#666666';
    tab.style.color = isSelected ? (tabBar?.selectedColor ?? '#07c160') : plain;
    tab.setAttribute('aria-selected', String(isSelected));
    const chosen = isSelected ? (item.selectedIconPath ?? item.activeIcon) : (item.iconPath ?? item.icon);
    tab.querySelector('.bench-tab-icon')?.replaceChildren(...icon(chosen));
  });

  return !bar.hidden;
}

export function setHiddenByApp(isHidden: boolean): void {
  isHiddenByApp = isHidden;
}

/** Text in a red bubble, a space for a plain dot, nothing to take it away. */
export function setBadge(index: number, text: string): void {
  const badge = bar.children[index]?.querySelector('.bench-tab-badge');
  if (badge) {
    badge.textContent = text;
  }
}
