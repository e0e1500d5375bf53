import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { texts as shared } from '../../lib/texts';
import { aria, imageName, keyboardPress } from '../../platform/aria';
import { showPicture } from '../../platform/preview';
import { texts } from './texts';

interface Props {
  className: string;
  src: string;
  index: number;
  /** Pictures that can be turned over to, this one among them. */
  all?: string[];
  /** What became of it, in a word; empty when nothing did. */
  state?: string;
  onError?: () => void;
  children?: ReactNode;
}

/** A small picture that a tap shows in full. */
export function Thumbnail({ className, src, index, all = [src], state = '', onError, children }: Props) {
  const name = texts.picture(index);
  const show = () => showPicture({ urls: all, current: src, name, close: shared.close });

  return (
    <View
      className={className}
      onClick={show}
      {...aria({ role: 'button', label: `${texts.look(index)} ${state}`.trim() })}
      {...keyboardPress(show)}
    >
      <Image className="picture__image" src={src} mode="aspectFill" onError={onError} {...imageName(name)} />
      {children}
    </View>
  );
}
