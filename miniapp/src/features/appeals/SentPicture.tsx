import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

import type { AppealEvent } from '@anxing/contract/appeals';

import { sentPicture } from './api';
import { texts } from './texts';
import { Thumbnail } from './Thumbnail';

interface Props {
  picture: AppealEvent['pictures'][number];
  index: number;
}

function Missing({ text }: { text: string }) {
  return (
    <View className="sent-picture">
      <View className="sent-picture__missing">{text}</View>
    </View>
  );
}

/** A picture that was sent with an appeal; it is fetched as its owner, and seen by a tap in full. */
export function SentPicture({ picture, index }: Props) {
  const { id, mediaType } = picture;
  const isPicture = mediaType.startsWith('image/');
  const [address, setAddress] = useState<string>();
  const [isGone, setGone] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const found = await sentPicture(id);
      if (isCurrent) {
        setAddress(found);
        setGone(!found);
      }
    };
    if (isPicture) {
      void find();
    }

    return () => {
      isCurrent = false;
    };
  }, [id, isPicture]);

  if (!isPicture) {
    return <Missing text={texts.document} />;
  }
  if (isGone) {
    return <Missing text={texts.pictureGone} />;
  }

  if (!address) {
    return <View className="sent-picture" />;
  }

  return <Thumbnail className="sent-picture" src={address} index={index} onError={() => setGone(true)} />;
}
