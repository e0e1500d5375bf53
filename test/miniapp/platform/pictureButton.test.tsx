import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { limits } from '@anxing/contract/limits';

import { PictureButton } from '../../../miniapp/src/platform/PictureButton.h5';

const small = 'data:image/jpeg;base64,/9j/4AAQ';
const large = `data:image/jpeg;base64,${'/9j/'.padEnd(Math.ceil(limits.evidenceBytes / 3) * 4 + 4, 'A')}`;

/** Sizes of the canvases that were drawn on. */
let drawn: { width: number; height: number }[];
/** What a canvas makes of each quality. */
let urlOf: (quality: number) => string;

beforeEach(() => {
  drawn = [];
  urlOf = () => small;
  HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement) {
    drawn.push(this);

    return { fillRect: () => undefined, drawImage: () => undefined };
  } as never;
  HTMLCanvasElement.prototype.toDataURL = (_type?: string, quality?: number) => urlOf(quality ?? 1);
});

function useBitmaps(make: () => Promise<{ width: number; height: number }>): void {
  Object.assign(globalThis, {
    createImageBitmap: async () => ({ ...(await make()), close: () => undefined }),
  });
}

async function pick(files: File[], count = 6) {
  const onPick = jest.fn();
  render(<PictureButton label="添加图片" count={count} onPick={onPick} />);
  fireEvent.change(screen.getByLabelText('添加图片', { selector: 'input' }), { target: { files } });
  await waitFor(() => expect(onPick).toHaveBeenCalledTimes(1));

  return onPick.mock.calls[0] as [{ preview: string; read: () => Promise<unknown> }[], string | undefined];
}

const photo = new File(['x'], 'a.jpg', { type: 'image/jpeg' });

describe('pictures in a browser', () => {
  test('become JPEGs of at most 1600 pixels, without what the camera wrote into them', async () => {
    useBitmaps(async () => ({ width: 4000, height: 3000 }));
    const [[picture], fault] = await pick([photo]);
    expect(drawn.map(({ width, height }) => [width, height])).toEqual([[1600, 1200]]);
    expect(picture?.preview).toBe(small);
    expect(await picture?.read()).toEqual({ mediaType: 'image/jpeg', data: '/9j/4AAQ' });
    expect(fault).toBeUndefined();
  });

  test('small ones keep their size', async () => {
    useBitmaps(async () => ({ width: 300, height: 900 }));
    await pick([photo]);
    expect(drawn.map(({ width, height }) => [width, height])).toEqual([[300, 900]]);
  });

  test('are drawn coarser until they are small enough, or refused', async () => {
    useBitmaps(async () => ({ width: 4000, height: 3000 }));
    urlOf = (quality) => (quality > 0.6 ? large : small);
    expect((await pick([photo]))[0]).toHaveLength(1);
  });

  test('that stay too large are named', async () => {
    useBitmaps(async () => ({ width: 4000, height: 3000 }));
    urlOf = () => large;
    expect(await pick([photo])).toEqual([[], 'tooBig']);
  });

  test('that the browser does not know are named', async () => {
    useBitmaps(() => Promise.reject(new Error('InvalidStateError')));
    expect(await pick([new File(['x'], 'a.heic')])).toEqual([[], 'unreadable']);
  });

  test('more than are wanted are left out', async () => {
    useBitmaps(async () => ({ width: 10, height: 10 }));
    expect((await pick([photo, photo, photo], 2))[0]).toHaveLength(2);
  });
});
