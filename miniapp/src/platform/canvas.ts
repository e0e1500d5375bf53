import Taro from '@tarojs/taro';

export interface Canvas2d {
  width: number;
  height: number;
  getContext(type: '2d'): CanvasRenderingContext2D | null;
}

/** A canvas of the page and how wide it is shown, in CSS pixels. */
export interface PlacedCanvas {
  canvas: Canvas2d;
  shownWidth: number;
}

interface Field {
  node?: Canvas2d;
  width?: number;
}

function canvasOnWeb(id: string): PlacedCanvas | undefined {
  const element = document.querySelector(`canvas#${id}, #${id} canvas, canvas[canvas-id="${id}"]`);
  if (!(element instanceof HTMLCanvasElement)) {
    return undefined;
  }

  return { canvas: element, shownWidth: element.getBoundingClientRect().width };
}

function canvasOnPhone(id: string): Promise<PlacedCanvas | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: (Field | null)[]) => {
        const field = found[0];
        resolve(field?.node ? { canvas: field.node, shownWidth: field.width ?? 0 } : undefined);
      });
  });
}

/** The canvas with this id, once it is there. */
export async function findCanvas(id: string): Promise<PlacedCanvas | undefined> {
  return process.env.TARO_ENV === 'h5' ? canvasOnWeb(id) : canvasOnPhone(id);
}

/** Screen dots per CSS pixel. */
export function pixelRatio(): number {
  return process.env.TARO_ENV === 'h5'
    ? window.devicePixelRatio || 1
    : Taro.getSystemInfoSync().pixelRatio || 1;
}
