import { pageConfig } from '../setup';
import { make } from './dom';
import { addPageStyles } from './styles';
import { TitleBar } from './titleBar';

const defaultReachBottomDistance = 50;

export interface PageViewListener {
  goBack(): void;
  scrolled(scrollTop: number): void;
  reachedBottom(): void;
}

/** One page on the screen: its title bar, the window under it, and the scrolling content. */
export class PageView {
  readonly element = make('bench-page');
  readonly titleBar: TitleBar;
  readonly window = make('bench-window');
  readonly scroller = make('bench-scroller');
  private wasNearBottom = false;

  constructor(
    private readonly path: string,
    private readonly listener: PageViewListener,
  ) {
    addPageStyles(path);
    this.titleBar = new TitleBar(path, () => listener.goBack());
    this.scroller.style.background = pageConfig(path).backgroundColor ?? '#ffffff';
    this.scroller.addEventListener('scroll', () => this.tellScroll());
    this.window.dataset.page = path;
    this.window.append(this.scroller);
    this.element.append(this.titleBar.element, this.window);
    document.getElementById('bench-pages')?.append(this.element);
  }

  show(hasTabBar: boolean, canGoBack: boolean): void {
    this.element.hidden = false;
    this.element.classList.toggle('bench-page-with-tabs', hasTabBar);
    this.titleBar.setBackShown(canGoBack);
    document.title = this.titleBar.title;
    this.window.style.setProperty('--window-height', `${this.window.clientHeight}px`);
  }

  hide(): void {
    this.element.hidden = true;
  }

  remove(): void {
    this.element.remove();
  }

  scrollTo(top: number): void {
    this.scroller.scrollTop = top;
  }

  private tellScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.listener.scrolled(scrollTop);
    const distance = pageConfig(this.path).onReachBottomDistance ?? defaultReachBottomDistance;
    const isNearBottom = scrollTop + clientHeight >= scrollHeight - distance;
    if (isNearBottom && !this.wasNearBottom) {
      this.listener.reachedBottom();
    }
    this.wasNearBottom = isNearBottom;
  }
}
