import { MiniElement, part } from './miniElement';

/** One item at a time; a finger, a test (`swipeTo`) or the template moves it. */
export class Swiper extends MiniElement {
  private readonly track: HTMLElement;
  private current = 0;

  constructor() {
    super();
    this.track = part(this.inside('<div class="track"><slot></slot></div>'), '.track');
    this.track.addEventListener('scrollend', () => this.settle());
  }

  override liveProperties(): Record<string, unknown> {
    return { current: this.current };
  }

  swipeTo(index: number): void {
    this.move(index);
    this.tellChange(index, 'touch');
  }

  protected override changed(name: string): void {
    if (name === 'current' && this.number('current', 0) !== this.current) {
      const index = this.number('current', 0);
      requestAnimationFrame(() => {
        this.move(index);
        this.tellChange(index, '');
      });
    }
    if (name === 'vertical') {
      this.track.classList.toggle('vertical', this.flag('vertical'));
    }
  }

  private move(index: number): void {
    const size = this.flag('vertical')
      ? { top: index * this.clientHeight }
      : { left: index * this.clientWidth };
    this.track.scrollTo({ ...size, behavior: 'instant' });
  }

  private settle(): void {
    const { scrollTop, scrollLeft } = this.track;
    const index = this.flag('vertical') ? scrollTop / this.clientHeight : scrollLeft / this.clientWidth;
    this.tellChange(Math.round(index), 'touch');
  }

  private tellChange(index: number, source: string): void {
    if (index !== this.current) {
      this.current = index;
      this.emit('change', { current: index, source });
      this.emit('animationfinish', { current: index, source });
    }
  }
}
