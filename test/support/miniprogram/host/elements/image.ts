import { fileAddress } from '../phone/files';
import { MiniElement, part } from './miniElement';

const fits: Record<string, string> = { scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover' };

export class Image extends MiniElement {
  private readonly picture: HTMLImageElement;

  constructor() {
    super();
    this.picture = part<HTMLImageElement>(this.inside('<img class="picture" alt="">'), 'img');
    this.picture.addEventListener('load', () => this.tellLoad());
    this.picture.addEventListener('error', () =>
      this.emit('error', { errMsg: `GET ${this.text('src')} 404` }),
    );
  }

  protected override changed(name: string): void {
    if (name === 'src') {
      this.showSource();
    }
    if (name === 'mode') {
      this.picture.style.objectFit = fits[this.text('mode')] ?? 'fill';
    }
  }

  private showSource(): void {
    const source = this.text('src');
    const page = this.closest<HTMLElement>('.bench-window')?.dataset.page ?? '';
    if (source) {
      this.picture.src = fileAddress(source, page);
    } else {
      this.picture.removeAttribute('src');
    }
  }

  private tellLoad(): void {
    const { naturalWidth: width, naturalHeight: height } = this.picture;
    if (this.text('mode') === 'widthFix') {
      this.style.height = `${(this.clientWidth * height) / width}px`;
    }
    if (this.text('mode') === 'heightFix') {
      this.style.width = `${(this.clientHeight * width) / height}px`;
    }
    this.emit('load', { width, height });
  }
}
