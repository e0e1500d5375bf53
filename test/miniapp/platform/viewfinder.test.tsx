import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { texts } from '../../../miniapp/src/features/scan/texts';
import { Viewfinder } from '../../../miniapp/src/platform/Viewfinder.h5';

function useCameraOf(getUserMedia: (() => Promise<MediaStream>) | undefined): void {
  const mediaDevices = getUserMedia ? { getUserMedia } : undefined;
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

function show(isActive = true): void {
  render(<Viewfinder isActive={isActive} texts={texts.viewfinder} onText={() => undefined} />);
}

describe('the camera of the page', () => {
  test.each([
    ['NotAllowedError', texts.viewfinder.denied],
    ['NotFoundError', texts.viewfinder.missing],
  ])('%s is explained, and can be tried again', async (name, text) => {
    const getUserMedia = jest.fn(() => Promise.reject<MediaStream>(named(name)));
    useCameraOf(getUserMedia);
    show();
    await screen.findByText(text);
    fireEvent.click(screen.getByText('重试'));
    await waitFor(() => expect(getUserMedia).toHaveBeenCalledTimes(2));
  });

  test('a browser without cameras is told apart', async () => {
    useCameraOf(undefined);
    show();
    await screen.findByText(texts.viewfinder.unsupported);
  });

  test('a photograph does as well', async () => {
    useCameraOf(undefined);
    show();
    await screen.findByText(texts.viewfinder.unsupported);
    const input = document.querySelector('.photo-input');
    expect(input?.getAttribute('capture')).toBe('environment');
    expect(input?.getAttribute('accept')).toBe('image/*');
  });

  test('the camera rests while the page is hidden', () => {
    const getUserMedia = jest.fn(() => new Promise<MediaStream>(() => undefined));
    useCameraOf(getUserMedia);
    show(false);
    expect(getUserMedia).not.toHaveBeenCalled();
  });
});
