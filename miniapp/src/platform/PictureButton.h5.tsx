import type { ChangeEvent } from 'react';

import { shrink } from './h5/shrink';
import type { PictureButtonProps } from './PictureButton';
import { PictureError, type PickedPicture, type PictureFault } from './picture';
import './pictureButton.scss';

/** A browser that knows files asks for camera or album itself. */
export function PictureButton({ label, count, onPick }: PictureButtonProps) {
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const files = [...(input.files ?? [])].slice(0, count);
    // The same picture may be chosen again after it was removed.
    input.value = '';
    const pictures: PickedPicture[] = [];
    let fault: PictureFault | undefined;
    for (const file of files) {
      try {
        pictures.push(await shrink(file));
      } catch (cause) {
        fault = cause instanceof PictureError ? cause.fault : 'unreadable';
      }
    }
    onPick(pictures, fault);
  };

  return (
    <label className="picture-button">
      <span className="picture-button__cross" />
      <span className="picture-button__label">{label}</span>
      <input
        className="picture-button__file picture-input"
        type="file"
        accept="image/*"
        multiple={count > 1}
        aria-label={label}
        onChange={(event) => void take(event)}
      />
    </label>
  );
}
