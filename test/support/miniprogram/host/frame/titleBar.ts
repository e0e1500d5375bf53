import { pageConfig } from '../setup';
import { make, makeButton } from './dom';

/** The bar above a page: the phone's clock, the way back, the title, and the capsule with the menu. */
export class TitleBar {
  readonly element = make('bench-title-bar');
  private readonly back: HTMLElement;
  private readonly heading = make('bench-title');

  constructor(path: string, goBack: () => void) {
    const config = pageConfig(path);
    this.back = makeButton('bench-back', '‹', goBack);
    this.back.setAttribute('aria-label', '返回');
    const row = make('bench-title-row');
    row.append(this.back, this.heading, make('bench-capsule', '•••  ◎'));
    this.element.append(make('bench-status-bar', '9:41'), row);
    this.setTitle(config.navigationBarTitleText ?? config.defaultTitle ?? '');
    const ink = config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000';
    this.setColours(ink, config.navigationBarBackgroundColor ?? config.titleBarColor ?? '#ffffff');
    this.element.hidden = config.navigationStyle === 'custom' || config.transparentTitle === 'always';
  }

  get title(): string {
    return this.heading.textContent ?? '';
  }

  setTitle(title: string): void {
    this.heading.textContent = title;
  }

  setColours(ink: string | undefined, background: string | undefined): void {
    this.element.style.color = ink ?? this.element.style.color;
    this.element.style.background = background ?? this.element.style.background;
  }

  setBackShown(isShown: boolean): void {
    this.back.style.visibility = isShown ? 'visible' : 'hidden';
  }
}
