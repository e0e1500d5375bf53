import { MiniElement, part } from './miniElement';

const defaultThreshold = 50;

export class ScrollView extends MiniElement {
  readonly scroller: HTMLElement;
  private last = { top: 0, left: 0 };

  constructor() {
    super();
    this.scroller = part(this.inside('<div class="scroller"><slot></slot></div>'), '.scroller');
    this.scroller.addEventListener('scroll', () => this.tellScroll());
  }

  override liveProperties(): Record<string, unknown> {
    return { scrollTop: this.scroller.scrollTop, scrollLeft: this.scroller.scrollLeft };
  }

  protected override changed(name: string): void {
    if (name === 'scroll-x' || name === 'scroll-y') {
      this.scroller.style.overflowX = this.flag('scroll-x') ? 'auto' : 'hidden';
      this.scroller.style.overflowY = this.flag('scroll-y') ? 'auto' : 'hidden';
    }
    if (name === 'scroll-top' || name === 'scroll-left' || name === 'scroll-into-view') {
      // The children that make the height may come with the same update.
      requestAnimationFrame(() => this.follow(name));
    }
  }

  private follow(name: string): void {
    if (name === 'scroll-into-view') {
      const id = this.text('scroll-into-view');
      const child = id ? this.querySelector(`[id="${CSS.escape(id)}"]`) : null;
      if (child) {
        this.scroller.scrollTop += child.getBoundingClientRect().top - this.getBoundingClientRect().top;
      }
    } else if (this.attribute(name) !== undefined && this.attribute(name) !== '') {
      this.scroller[name === 'scroll-top' ? 'scrollTop' : 'scrollLeft'] = this.number(name, 0);
    }
  }

  private tellScroll(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this.scroller;
    const deltaY = this.last.top - scrollTop;
    const deltaX = this.last.left - scrollLeft;
    this.last = { top: scrollTop, left: scrollLeft };
    this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    this.tellEdges(deltaX, deltaY);
  }

  /** Told once on the way there. */
  private tellEdges(deltaX: number, deltaY: number): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = this.scroller;
    const lower = this.number('lower-threshold', defaultThreshold);
    const upper = this.number('upper-threshold', defaultThreshold);
    const below = scrollHeight - clientHeight - scrollTop;
    const right = scrollWidth - clientWidth - scrollLeft;
    if (deltaY < 0 && below <= lower && below - deltaY > lower) {
      this.emit('scrolltolower', { direction: 'bottom' });
    } else if (deltaX < 0 && right <= lower && right - deltaX > lower) {
      this.emit('scrolltolower', { direction: 'right' });
    } else if (deltaY > 0 && scrollTop <= upper && scrollTop + deltaY > upper) {
      this.emit('scrolltoupper', { direction: 'top' });
    } else if (deltaX > 0 && scrollLeft <= upper && scrollLeft + deltaX > upper) {
      this.emit('scrolltoupper', { direction: 'left' });
    }
  }
}
