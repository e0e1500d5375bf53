import * as navigation from '../app/navigation';
import { report } from '../errors';
import { MiniElement, part } from './miniElement';

export class Navigator extends MiniElement {
  constructor() {
    super();
    this.addEventListener('click', () => this.go());
  }

  private go(): void {
    const url = this.text('url');
    const ways: Record<string, () => void> = {
      navigate: () => navigation.navigateTo(url),
      redirect: () => navigation.redirectTo(url),
      switchTab: () => navigation.switchTab(url),
      reLaunch: () => navigation.reLaunchTo(url),
      navigateBack: () => navigation.navigateBack(this.number('delta', 1)),
    };
    try {
      ways[this.text('open-type') || 'navigate']?.();
    } catch (cause) {
      report(cause);
    }
  }
}

export class Progress extends MiniElement {
  private readonly bar = part(this.inside('<div class="bar"></div>'), '.bar');

  protected override changed(name: string): void {
    if (name === 'percent') {
      this.bar.style.width = `${this.number('percent', 0)}%`;
    }
  }
}

const signs: Record<string, string> = {
  success: '✔',
  warn: '!',
  info: 'i',
  cancel: '✕',
  waiting: '…',
  search: '⌕',
};

export class Icon extends MiniElement {
  private readonly sign = part(this.inside('<span class="sign"></span>'), '.sign');

  protected override changed(name: string): void {
    if (name === 'type') {
      this.sign.textContent = signs[this.text('type')] ?? '•';
    }
  }
}

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

function build(node: RichNode): Node {
  if (node.type === 'text' || node.text !== undefined) {
    return document.createTextNode(node.text ?? '');
  }
  const element = document.createElement(node.name ?? 'div');
  Object.entries(node.attrs ?? {}).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...(node.children ?? []).map(build));

  return element;
}

export class RichText extends MiniElement {
  private readonly box = part(this.inside('<div class="rich"></div>'), '.rich');

  protected override changed(name: string): void {
    const nodes = this.attribute('nodes');
    if (name !== 'nodes') {
      return;
    }
    if (typeof nodes === 'string') {
      this.box.innerHTML = nodes;
    } else if (Array.isArray(nodes)) {
      this.box.replaceChildren(...(nodes as RichNode[]).map(build));
    }
  }
}

/** A page of the web is not loaded; its address is shown. */
export class WebView extends MiniElement {
  private readonly box = part(this.inside('<div class="web"></div>'), '.web');

  protected override changed(name: string): void {
    if (name === 'src') {
      this.box.textContent = this.text('src');
    }
  }
}

/** Known to the platforms, not to this phone. */
export class Missing extends MiniElement {
  connectedCallback(): void {
    report(new Error(`<${this.localName.replace('wx-', '')}> is not on the bench`));
  }
}
