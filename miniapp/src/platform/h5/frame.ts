function asButton(element: Element | null, label: string): void {
  element?.setAttribute('role', 'button');
  element?.setAttribute('aria-label', label);
  element?.setAttribute('tabindex', '0');
  element?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter') {
      (element as HTMLElement).click();
    }
  });
}

function completeTitleBar(texts: FrameTexts): void {
  document.querySelector('#taro-navigation-bar')?.setAttribute('role', 'banner');
  const title = document.querySelector('.taro-navigation-bar-title');
  title?.setAttribute('role', 'heading');
  title?.setAttribute('aria-level', '1');
  asButton(document.querySelector('.taro-navigation-bar-back'), texts.back);
  asButton(document.querySelector('.taro-navigation-bar-home'), texts.backHome);
}

function completeTabBar(texts: FrameTexts): void {
  const tabBar = document.querySelector('taro-tabbar');
  tabBar?.setAttribute('role', 'navigation');
  tabBar?.setAttribute('aria-label', texts.tabs);
  // Its links lead to `javascript:;`, which our content security policy rightly stops: the click is all they are for.
  tabBar?.addEventListener('click', (event) => event.preventDefault());
}

export interface FrameTexts {
  back: string;
  backHome: string;
  tabs: string;
}

/** Taro draws the title bar and the tabs of a browser for eyes and fingers only: names them, and lets keys press them. */
export function completeFrame(texts: FrameTexts): void {
  completeTitleBar(texts);
  completeTabBar(texts);
}
