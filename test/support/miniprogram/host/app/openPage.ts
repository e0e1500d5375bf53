import { PageView } from '../frame/pageView';
import { report } from '../errors';
import type { Query } from '../../types';
import type { Place } from './routes';
import { screen, space } from './space';

type Method = (...args: unknown[]) => unknown;

/** What Page() made: its data, setData, and the page's own methods. */
export interface PageInstance {
  route?: string;
  __route__?: string;
  options?: Query;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, done?: () => void): void;
  [name: string]: unknown;
}

type Root = ReturnType<typeof screen.createRoot>;

/** Ids differ from those of an earlier start too: miniprogram-automator remembers pages by id. */
let lastId = Math.floor(performance.timeOrigin);

/** A page in the stack, with its view. */
export class OpenPage {
  readonly id = ++lastId;
  readonly path: string;
  readonly query: Query;
  readonly view: PageView;
  readonly instance: PageInstance;
  private readonly root: Root;
  private isReady = false;

  constructor({ path, query }: Place, goBack: () => void) {
    this.path = path;
    this.query = query;
    this.view = new PageView(path, {
      goBack,
      scrolled: (scrollTop) => this.call('onPageScroll', { scrollTop }),
      reachedBottom: () => this.call('onReachBottom'),
    });
    this.root = screen.createRoot('wx-page', space, path);
    this.instance = this.root.get() as unknown as PageInstance;
    this.instance.route = path;
    this.instance.__route__ = path;
    this.instance.options = query;
    this.attach();
  }

  /** Calls a method of the page, when it has one. */
  call(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name];
    if (typeof method !== 'function') {
      return undefined;
    }
    try {
      return (method as Method).apply(this.instance, args);
    } catch (cause) {
      report(cause);

      return undefined;
    }
  }

  show(hasTabBar: boolean, canGoBack: boolean): void {
    this.view.show(hasTabBar, canGoBack);
    this.call('onShow');
    if (!this.isReady) {
      this.isReady = true;
      requestAnimationFrame(() => this.call('onReady'));
    }
  }

  hide(): void {
    this.view.hide();
    this.call('onHide');
  }

  close(): void {
    this.call('onUnload');
    this.root.release();
    this.view.remove();
  }

  private attach(): void {
    const place = document.createElement('i');
    this.view.scroller.append(place);
    type Backend = Parameters<Root['attach']>[0];
    this.root.attach(this.view.scroller as unknown as Backend, place as unknown as Backend);
  }
}
