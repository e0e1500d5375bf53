import { View } from '@tarojs/components';

import { aria } from './aria';
import { choosePictures } from './phonePictures';
import { PictureError, type PickedPicture, type PictureFault } from './picture';
import './pictureButton.scss';

export interface PictureButtonProps {
  label: string;
  /** How many may be chosen at most. */
  count: number;
  onPick: (pictures: PickedPicture[], fault?: PictureFault) => void;
}

/** A tile that opens album and camera: the platform's own choice, on H5 the browser's (`PictureButton.h5.tsx`). */
export function PictureButton({ label, count, onPick }: PictureButtonProps) {
  const choose = async () => {
    try {
      onPick(await choosePictures(count));
    } catch (cause) {
      onPick([], cause instanceof PictureError ? cause.fault : 'unreadable');
    }
  };

  return (
    <View
      className="picture-button"
      hoverClass="picture-button--down"
      onClick={() => void choose()}
      {...aria({ role: 'button', label })}
    >
      <View className="picture-button__cross" />
      <View className="picture-button__label">{label}</View>
    </View>
  );
}
