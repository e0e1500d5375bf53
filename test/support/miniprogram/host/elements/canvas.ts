import { MiniElement, part } from './miniElement';

/** What a `type="2d"` canvas gives to the app: the browser's canvas, with the helpers of the platforms. */
export interface CanvasNode extends HTMLCanvasElement {
  requestAnimationFrame(draw: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
  createImage(): HTMLImageElement;
}

export class Canvas extends MiniElement {
  private readonly canvas: HTMLCanvasElement;

  constructor() {
    super();
    this.canvas = part<HTMLCanvasElement>(this.inside('<canvas class="canvas"></canvas>'), 'canvas');
  }

  /** Nothing for the old kind of canvas, as on the platforms. */
  node(): CanvasNode | null {
    if (this.text('type') !== '2d') {
      return null;
    }

    return Object.assign(this.canvas, {
      requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
      createImage: () => document.createElement('img'),
    });
  }

  picture(): HTMLCanvasElement {
    return this.canvas;
  }
}
