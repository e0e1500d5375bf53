import { isTooBig, longestSide, PictureError, uploadOf, type PickedPicture } from '../picture';

/** From fine to coarse: the first that is small enough is taken. */
const qualities = [0.85, 0.7, 0.5];

function drawn(picture: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) {
    throw new PictureError('unreadable');
  }
  // A JPEG has no holes to look through.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);

  return canvas;
}

function base64Of(url: string): string {
  return url.slice(url.indexOf(',') + 1);
}

/**
 * A picture as a JPEG that is small enough to send, upright, and without what a camera writes into its files (place,
 * time, serial number).
 * @throws PictureError
 */
export async function shrink(file: Blob): Promise<PickedPicture> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new PictureError('unreadable');
  });
  const canvas = drawn(picture);
  picture.close();
  const urls = qualities.map((quality) => () => canvas.toDataURL('image/jpeg', quality));
  for (const urlOf of urls) {
    const url = urlOf();
    if (!isTooBig(base64Of(url))) {
      return { preview: url, read: async () => uploadOf(base64Of(url)) };
    }
  }
  throw new PictureError('tooBig');
}
