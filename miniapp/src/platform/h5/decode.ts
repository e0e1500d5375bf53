interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Wider pictures cost time and read no better. */
const widest = 800;

function detectorOfBrowser(): Detector | undefined {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass };

  return BarcodeDetector && new BarcodeDetector({ formats: ['qr_code'] });
}

function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, widest / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);

  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

async function decodeWithJsQr(source: CanvasImageSource, width: number, height: number): Promise<string> {
  const { default: jsQR } = await import(/* webpackChunkName: "jsqr" */ 'jsqr');
  const pixels = pixelsOf(source, width, height);
  const found = pixels && jsQR(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'dontInvert' });

  return found?.data ?? '';
}

let detector: Detector | undefined;

/**
 * The text of a QR code in a picture: read by the browser where it can, else by jsQR, which is loaded when needed.
 * @returns an empty text when there is none to be read
 */
export async function decodeQr(source: CanvasImageSource, width: number, height: number): Promise<string> {
  detector ??= detectorOfBrowser();
  if (detector) {
    try {
      const [found] = await detector.detect(source);

      return found?.rawValue ?? '';
    } catch {
      // Some browsers have the class but no reader behind it.
    }
  }

  return decodeWithJsQr(source, width, height);
}

/** The text of a QR code in a photograph; empty when there is none to be read. */
export async function decodePhoto(photo: Blob): Promise<string> {
  try {
    const picture = await createImageBitmap(photo);

    return await decodeQr(picture, picture.width, picture.height);
  } catch {
    return '';
  }
}
